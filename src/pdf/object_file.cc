#include "pdf/object_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

constexpr std::size_t kObjectsPerStream =
    10000;                           // whole documents in one: readers decode it once, and it shrinks by an eighth
constexpr std::size_t kRowSize = 7;  // of the cross-reference table: 1 + 4 + 2 bytes
constexpr std::string_view kEndOfObject = "\nendobj\n";
constexpr char kUpPredictor =
    2;  // rows differ little from the one above: written as differences they shrink to a tenth

/// A hash of eight bytes at a time, from two starting points; an identifier, not a protection against anybody.
std::string digest(std::string_view bytes) {
  std::array<std::uint64_t, 2> hashes = {14695981039346656037ULL, 7809847782465536322ULL};
  const auto add = [&](std::size_t at, std::size_t size) {
    std::uint64_t word = size;
    std::memcpy(&word, bytes.data() + at, size);
    for (std::uint64_t& hash : hashes) {
      hash = (hash ^ word) * 1099511628211ULL;
      hash ^= hash >> 32U;  // multiplying carries upwards only
    }
  };
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::size_t at = 0;
  for (; at + kWord <= bytes.size(); at += kWord) add(at, kWord);
  add(at, bytes.size() - at);
  std::string out;
  for (const std::uint64_t hash : hashes) {
    for (int shift = 48; shift >= 0; shift -= 16) {
      append_hex16(out, static_cast<unsigned>(hash >> static_cast<unsigned>(shift)) & 0xFFFFU);
    }
  }
  return "<" + out + ">";
}

/// The byte of a number that `place` others stand behind.
char byte_of(std::size_t value, unsigned place) {
  return static_cast<char>(value >> 8U * place & 0xFFU);
}

void append_stream(std::string& out, std::string_view entries, std::string_view bytes) {
  out += "<<";
  out += entries;
  out += "/Length ";
  append_integer(out, static_cast<long long>(bytes.size()));
  out += ">>\nstream\n";
  out += bytes;
  out += "\nendstream";
}

}  // namespace

int ObjectFile::reserve() {
  objects_.emplace_back();
  places_.emplace_back();
  return static_cast<int>(objects_.size());
}

void ObjectFile::set(int object, std::string value) {
  objects_[static_cast<std::size_t>(object - 1)] = std::move(value);
}

int ObjectFile::add(std::string value) {
  const int object = reserve();
  set(object, std::move(value));
  return object;
}

std::string_view ObjectFile::value(int object) const {
  const auto at = static_cast<std::size_t>(object - 1);
  return at < objects_.size() ? std::string_view(objects_[at]) : std::string_view();
}

int ObjectFile::add_stream(const std::string& entries, std::string_view bytes) {
  return add_compressed_stream(entries, deflate_.compress(bytes));
}

int ObjectFile::add_compressed_stream(const std::string& entries, std::string_view bytes) {
  return add_plain_stream(entries + "/Filter/FlateDecode", bytes);
}

void ObjectFile::expect(std::size_t bytes) {
  constexpr std::size_t kShrunk = 8;  // to an eighth, or less
  std::size_t plain = 0;
  for (const std::string& object : objects_) plain += object.size();
  file_.reserve(file_.size() + bytes + plain / kShrunk);
}

int ObjectFile::add_plain_stream(const std::string& entries, std::string_view bytes) {
  const int object = reserve();
  places_.back() = {1, file_.size(), 0};
  begin_object(object);
  append_stream(file_, entries, bytes);
  file_ += kEndOfObject;
  return object;
}

void ObjectFile::begin_object(int object) {
  append_integer(file_, object);
  file_ += " 0 obj\n";
}

void ObjectFile::pack(const std::vector<std::size_t>& members) {
  std::string content;
  std::size_t size = 0;
  for (const std::size_t member : members) {
    append_integer(content, static_cast<long long>(member + 1));
    content += ' ';
    append_integer(content, static_cast<long long>(size));
    content += ' ';
    size += objects_[member].size() + 1;
  }
  const std::string entries =
      "/Type/ObjStm/N " + std::to_string(members.size()) + "/First " + std::to_string(content.size());
  content.reserve(content.size() + size);
  for (const std::size_t member : members) {
    content += objects_[member];
    content += '\n';
  }
  const int packed = add_stream(entries, content);
  for (std::size_t i = 0; i < members.size(); ++i) places_[members[i]] = {2, static_cast<std::size_t>(packed), i};
}

void ObjectFile::pack_plain_objects() {
  const std::size_t count = objects_.size();
  std::vector<std::size_t> members;
  for (std::size_t i = 0; i < count; ++i) {
    if (places_[i].type == 0) members.push_back(i);
    if (members.size() < kObjectsPerStream && i + 1 < count) continue;
    if (!members.empty()) pack(members);
    members.clear();
  }
}

std::string ObjectFile::cross_references(std::size_t own_offset) const {
  std::string table;
  table.reserve((places_.size() + 2) * (kRowSize + 1));
  std::array<char, kRowSize> above{};
  const auto add_row = [&](const Place& place) {
    const std::array<char, kRowSize> row = {byte_of(place.type, 0),  byte_of(place.where, 3), byte_of(place.where, 2),
                                            byte_of(place.where, 1), byte_of(place.where, 0), byte_of(place.index, 1),
                                            byte_of(place.index, 0)};
    table += kUpPredictor;
    for (std::size_t i = 0; i < kRowSize; ++i) table += static_cast<char>(row[i] - above[i]);
    above = row;
  };
  add_row({0, 0, 65535});
  for (const Place& place : places_) add_row(place);
  add_row({1, own_offset, 0});
  return table;
}

std::string ObjectFile::write(int root, int information) {
  pack_plain_objects();
  const std::size_t start = file_.size();
  const std::string id = digest(file_);
  const std::string entries = "/Type/XRef/W[1 4 2]/Size " + std::to_string(objects_.size() + 2) + "/Root " +
                              reference(root) + "/Info " + reference(information) + "/ID[" + id + id +
                              "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + std::to_string(kRowSize) +
                              ">>";
  begin_object(static_cast<int>(objects_.size() + 1));
  append_stream(file_, entries, deflate_.compress(cross_references(start)));
  file_ += kEndOfObject;
  file_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
  return std::move(file_);
}

}  // namespace gongkai::pdf
