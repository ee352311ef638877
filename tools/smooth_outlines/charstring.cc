#include "charstring.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace gongkai::smooth {
namespace {

enum Operator : int {
  kVMoveTo = 4,
  kRLineTo = 5,
  kHLineTo = 6,
  kVLineTo = 7,
  kRRCurveTo = 8,
  kEndChar = 14,
  kRMoveTo = 21,
  kHMoveTo = 22,
  kRCurveLine = 24,
  kRLineCurve = 25,
  kVVCurveTo = 26,
  kHHCurveTo = 27,
  kVHCurveTo = 30,
  kHVCurveTo = 31
};

constexpr std::size_t kStack = 48;  // operands at once

void append_operand(std::string& out, int value) {
  if (value >= -107 && value <= 107) {
    out += static_cast<char>(value + 139);
  } else if (value >= 108 && value <= 1131) {
    out += static_cast<char>(247 + (value - 108) / 256);
    out += static_cast<char>((value - 108) % 256);
  } else if (value <= -108 && value >= -1131) {
    out += static_cast<char>(251 + (-value - 108) / 256);
    out += static_cast<char>((-value - 108) % 256);
  } else {
    out += static_cast<char>(28);
    out += static_cast<char>(static_cast<unsigned>(value) >> 8U & 0xFFU);
    out += static_cast<char>(static_cast<unsigned>(value) & 0xFFU);
  }
}

/// Operands collected for one operator, written when another one follows or the stack is full.
class Encoder {
 public:
  explicit Encoder(std::string& out) : out_(out) {}

  void move(int dx, int dy) {
    flush();
    if (dx == 0) return write(kVMoveTo, {dy});
    if (dy == 0) return write(kHMoveTo, {dx});
    write(kRMoveTo, {dx, dy});
  }

  void line(int dx, int dy) {
    if (dx == 0 || dy == 0) return straight_line(dx == 0, dx == 0 ? dy : dx);
    if (pending_ == kRRCurveTo && room(2)) {
      // The curves before and this line in one operator; nothing more fits behind it.
      add({dx, dy});
      pending_ = kRCurveLine;
      return flush();
    }
    begin(kRLineTo, 2);
    add({dx, dy});
  }

  /// `d`: dx and dy of the three points, each from the one before.
  void curve(const std::array<int, 6>& d) {
    const bool from_level = d[1] == 0, from_upright = d[0] == 0;
    const bool to_level = d[5] == 0, to_upright = d[4] == 0;
    if (from_level && to_level) return same_way(kHHCurveTo, {d[0], d[2], d[3], d[4]});
    if (from_upright && to_upright) return same_way(kVVCurveTo, {d[1], d[2], d[3], d[5]});
    if (from_level && to_upright) return turning(kHVCurveTo, {d[0], d[2], d[3], d[5]});
    if (from_upright && to_level) return turning(kVHCurveTo, {d[1], d[2], d[3], d[4]});
    if (pending_ == kRLineTo && room(6)) {
      add({d.begin(), d.end()});
      pending_ = kRLineCurve;
      return flush();
    }
    begin(kRRCurveTo, 6);
    add({d.begin(), d.end()});
  }

  void finish() {
    flush();
    out_ += static_cast<char>(kEndChar);
  }

 private:
  bool room(std::size_t more) const { return operands_.size() + more <= kStack; }
  void add(const std::vector<int>& values) { operands_.insert(operands_.end(), values.begin(), values.end()); }

  void begin(int operation, std::size_t more) {
    if (pending_ != operation || !room(more)) flush();
    pending_ = operation;
  }

  /// hlineto and vlineto alternate between the two directions.
  void straight_line(bool vertical, int length) {
    const bool alternates = (pending_ == kHLineTo || pending_ == kVLineTo) && room(1) && vertical != last_vertical_;
    if (!alternates) {
      flush();
      pending_ = vertical ? kVLineTo : kHLineTo;
    }
    add({length});
    last_vertical_ = vertical;
  }

  void same_way(int operation, const std::vector<int>& values) {
    begin(operation, values.size());
    add(values);
  }

  /// hvcurveto and vhcurveto alternate like the straight lines.
  void turning(int operation, const std::vector<int>& values) {
    const bool alternates = (pending_ == kHVCurveTo || pending_ == kVHCurveTo) && room(4) && operation != last_turn_;
    if (!alternates) {
      flush();
      pending_ = operation;
    }
    add(values);
    last_turn_ = operation;
  }

  void write(int operation, const std::vector<int>& values) {
    for (const int value : values) append_operand(out_, value);
    out_ += static_cast<char>(operation);
  }

  void flush() {
    if (pending_ != 0) write(pending_, operands_);
    operands_.clear();
    pending_ = 0;
  }

  std::string& out_;
  int pending_ = 0;
  std::vector<int> operands_;
  bool last_vertical_ = false;
  int last_turn_ = 0;
};

/// The length of the operand that begins with this byte; 0 for an operator.
std::size_t operand_length(unsigned char first) {
  if (first == 28) return 3;
  if (first < 32) return 0;
  if (first <= 246) return 1;
  return first == 255 ? 5 : 2;
}

struct Pen {
  int x = 0;
  int y = 0;

  std::array<int, 2> to(const Point& point) {
    const auto next_x = static_cast<int>(std::lround(point.x));
    const auto next_y = static_cast<int>(std::lround(point.y));
    const std::array<int, 2> step{next_x - x, next_y - y};
    x = next_x;
    y = next_y;
    return step;
  }
};

}  // namespace

std::string_view leading_width(std::string_view charstring) {
  std::size_t at = 0;
  std::size_t first = 0;
  std::size_t count = 0;
  while (at < charstring.size()) {
    const std::size_t length = operand_length(static_cast<unsigned char>(charstring[at]));
    if (length == 0) break;
    if (count++ == 0) first = length;
    at += length;
  }
  if (at >= charstring.size()) return {};
  std::size_t expected = 0;
  if (charstring[at] == kRMoveTo) expected = 2;
  if (charstring[at] == kHMoveTo || charstring[at] == kVMoveTo) expected = 1;
  return count == expected + 1 ? charstring.substr(0, first) : std::string_view{};
}

std::string encode_charstring(std::string_view width, const Outline& outline) {
  std::string out(width);
  Encoder encoder(out);
  Pen pen;
  for (const Contour& contour : outline) {
    if (contour.empty()) continue;
    const auto start = pen.to(contour.front().start());
    encoder.move(start[0], start[1]);
    for (const Segment& segment : contour) {
      if (segment.line) {
        const auto step = pen.to(segment.end());
        encoder.line(step[0], step[1]);
      } else {
        const auto a = pen.to(segment.points[1]);
        const auto b = pen.to(segment.points[2]);
        const auto c = pen.to(segment.points[3]);
        encoder.curve({a[0], a[1], b[0], b[1], c[0], c[1]});
      }
    }
  }
  encoder.finish();
  return out;
}

}  // namespace gongkai::smooth
