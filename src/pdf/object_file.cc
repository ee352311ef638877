#include "pdf/object_file.h"

#include <cstdint>
#include <utility>

#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

constexpr std::size_t kObjectsPerStream =
    10000;                           // whole documents in one: readers decode it once, and it shrinks by an eighth
constexpr std::size_t kRowSize = 7;  // of the cross-reference table: 1 + 4 + 2 bytes
constexpr char kUpPredictor =
    2;  // rows differ little from the one above: written as differences they shrink to a tenth

/// FNV-1a from two starting points; an identifier, not a protection against anybody.
std::string digest(std::string_view bytes) {
  std::string out;
  for (std::uint64_t hash : {14695981039346656037ULL, 7809847782465536322ULL}) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    for (int shift = 48; shift >= 0; shift -= 16) {
      append_hex16(out, static_cast<unsigned>(hash >> static_cast<unsigned>(shift)) & 0xFFFFU);
    }
  }
  return "<" + out + ">";
}

void append_big_endian(std::string& out, std::size_t value, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    out += static_cast<char>((value >> static_cast<unsigned>(shift)) & 0xFFU);
  }
}

std::string stream_object(const std::string& entries, std::string_view bytes) {
  std::string out = "<<" + entries + "/Length " + std::to_string(bytes.size()) + ">>\nstream\n";
  out.append(bytes);
  return out + "\nendstream";
}

}  // namespace

int ObjectFile::reserve() {
  objects_.emplace_back();
  return static_cast<int>(objects_.size());
}

void ObjectFile::set(int object, std::string value) {
  objects_[static_cast<std::size_t>(object - 1)].value = std::move(value);
}

int ObjectFile::add(std::string value) {
  objects_.push_back({std::move(value), false});
  return static_cast<int>(objects_.size());
}

std::string_view ObjectFile::value(int object) const {
  const auto at = static_cast<std::size_t>(object - 1);
  return at < objects_.size() ? std::string_view(objects_[at].value) : std::string_view();
}

int ObjectFile::add_stream(const std::string& entries, std::string_view bytes, Effort effort) {
  const Deflate& deflate = effort == Effort::Little ? quick_deflate_ : deflate_;
  objects_.push_back({stream_object(entries + "/Filter/FlateDecode", deflate.compress(bytes)), true});
  return static_cast<int>(objects_.size());
}

int ObjectFile::add_plain_stream(const std::string& entries, std::string_view bytes) {
  objects_.push_back({stream_object(entries, bytes), true});
  return static_cast<int>(objects_.size());
}

void ObjectFile::pack(const std::vector<std::size_t>& members) {
  std::string offsets;
  std::string bodies;
  for (const std::size_t member : members) {
    offsets += std::to_string(member + 1) + " " + std::to_string(bodies.size()) + " ";
    bodies += objects_[member].value + "\n";
  }
  const std::string entries =
      "/Type/ObjStm/N " + std::to_string(members.size()) + "/First " + std::to_string(offsets.size());
  const int packed = add_stream(entries, offsets + bodies);
  places_.resize(objects_.size());
  for (std::size_t i = 0; i < members.size(); ++i) places_[members[i]] = {2, static_cast<std::size_t>(packed), i};
}

void ObjectFile::pack_plain_objects() {
  const std::size_t count = objects_.size();
  places_.resize(count);
  std::vector<std::size_t> members;
  for (std::size_t i = 0; i < count; ++i) {
    if (!objects_[i].stream) members.push_back(i);
    if (members.size() < kObjectsPerStream && i + 1 < count) continue;
    if (!members.empty()) pack(members);
    members.clear();
  }
}

std::string ObjectFile::cross_references(std::size_t own_offset) const {
  std::string table;
  std::string above(kRowSize, '\0');
  const auto add_row = [&](const Place& place) {
    std::string row;
    append_big_endian(row, static_cast<std::size_t>(place.type), 1);
    append_big_endian(row, place.where, 4);
    append_big_endian(row, place.index, 2);
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
  // The second line tells transfer programs that the file is binary.
  std::string out = "%PDF-1.7\n%\xE5\x85\xAC\xE5\xBC\x80\n";
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    if (places_[i].type == 2) continue;
    places_[i] = {1, out.size(), 0};
    out += std::to_string(i + 1) + " 0 obj\n" + objects_[i].value + "\nendobj\n";
  }
  const std::size_t start = out.size();
  const std::string id = digest(out);
  const std::string entries = "/Type/XRef/W[1 4 2]/Size " + std::to_string(objects_.size() + 2) + "/Root " +
                              reference(root) + "/Info " + reference(information) + "/ID[" + id + id +
                              "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + std::to_string(kRowSize) +
                              ">>";
  out += std::to_string(objects_.size() + 1) + " 0 obj\n" +
         stream_object(entries, deflate_.compress(cross_references(start))) + "\nendobj\n";
  return out + "startxref\n" + std::to_string(start) + "\n%%EOF\n";
}

}  // namespace gongkai::pdf
