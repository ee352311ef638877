#include "render/validate.h"

#include <cmath>
#include <cstddef>
#include <set>
#include <string>

namespace gongkai {
namespace {

class Validator {
 public:
  Validator(const Frames& frames, Diagnostics& diagnostics) : frames_(frames), diagnostics_(diagnostics) {}

  bool run() {
    collect_destinations();
    for (std::size_t i = 0; i < frames_.pages.size(); ++i) check_page(frames_.pages[i], i);
    for (const OutlineEntry& entry : frames_.outline) check_target(entry.destination, "书签“" + entry.title + "”");
    if (frames_.pages.empty()) broken("文档没有任何页面");
    return !failed_;
  }

 private:
  void collect_destinations() {
    for (const Page& page : frames_.pages) {
      for (const Item& item : page.items) {
        const auto* destination = std::get_if<Destination>(&item.content);
        if (destination == nullptr || names_.insert(destination->name).second) continue;
        fail("E0802", "链接目标“" + destination->name + "”出现了两次", "每个标题和表的锚点只能有一个，请检查版式包");
      }
    }
  }

  void check_page(const Page& page, std::size_t index) {
    const std::string where = "第" + std::to_string(index + 1) + "页";
    if (!(page.width > 0) || !(page.height > 0)) broken(where + "的页面尺寸无效");
    for (const Item& item : page.items) {
      if (item.structure != kArtifact &&
          (item.structure < 0 || static_cast<std::size_t>(item.structure) >= frames_.structure.size())) {
        broken(where + "有一项内容的结构编号无效");
      }
      if (const auto* link = std::get_if<Link>(&item.content)) check_target(link->destination, where + "的链接");
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) check_run(*run, where);
    }
  }

  void check_target(const std::string& name, const std::string& from) {
    if (names_.contains(name)) return;
    fail("E0801", from + "指向的目标“" + name + "”不存在", "检查版式包里标题和表的锚点");
  }

  void check_run(const GlyphRun& run, const std::string& where) {
    std::size_t bytes = 0;
    std::size_t glyphs = 0;
    bool sound = run.face < frames_.faces.size() && run.size > 0;
    for (const Cluster& cluster : run.clusters) {
      sound = sound && cluster.bytes >= 0 && cluster.glyphs >= 0;
      bytes += static_cast<std::size_t>(cluster.bytes);
      glyphs += static_cast<std::size_t>(cluster.glyphs);
    }
    for (const Glyph& glyph : run.glyphs) sound = sound && std::isfinite(glyph.x) && std::isfinite(glyph.y);
    // Glyph 0 is the empty box of a character the font lacks.
    for (const Glyph& glyph : run.glyphs) sound = sound && glyph.id != 0;
    if (!sound || bytes != run.text.size() || glyphs != run.glyphs.size()) {
      broken(where + "的文字“" + run.text + "”与字形对不上");
    }
  }

  void fail(const char* code, std::string message, std::string hint) {
    failed_ = true;
    diagnostics_.error(code, {}, std::move(message), std::move(hint));
  }

  void broken(std::string message) {
    fail("E0803", std::move(message), "这是程序的缺陷，请把账本和版式包一并报告给开发者");
  }

  const Frames& frames_;
  Diagnostics& diagnostics_;
  std::set<std::string> names_;
  bool failed_ = false;
};

}  // namespace

bool validate_frames(const Frames& frames, Diagnostics& diagnostics) {
  return Validator(frames, diagnostics).run();
}

}  // namespace gongkai
