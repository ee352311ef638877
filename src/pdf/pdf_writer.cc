#include "pdf/pdf_writer.h"

#include <cstddef>
#include <vector>

#include "pdf/font_set.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/object_file.h"
#include "pdf/page_content.h"
#include "pdf/structure.h"
#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

void report_broken(const FontFace& font, Diagnostics& diagnostics) {
  diagnostics.error("E0804", {}, "字体文件打不开或已损坏：" + font.path + "（" + font.role + "，" + font.family + "）",
                    "重新准备字体后再生成");
}

class Composer {
 public:
  Composer(const Frames& frames, int year, const FontSet& fonts) : frames_(frames), year_(year), fonts_(fonts) {}

  /// All but the fonts, of which the pages need only what is known before they are cut.
  void add_pages() {
    for (std::size_t i = 0; i < frames_.pages.size(); ++i) pages_.push_back(file_.reserve());
    tree_ = file_.reserve();
    resources_ = file_.reserve();
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      contents_.push_back(write_page_content(frames_.pages[i], fonts_));
      write_page(i);
      kids += reference(pages_[i]) + " ";
    }
    file_.set(tree_, "<</Type/Pages/Count " + std::to_string(pages_.size()) + "/Kids[" + kids + "]>>");
    root_ = write_catalog();
    information_ = write_information(frames_, year_, file_);
  }

  /// The whole file, when the fonts are cut.
  std::string finish() {
    file_.set(resources_, "<</Font<<" + fonts_.write(file_) + ">>>>");
    return file_.write(root_, information_);
  }

 private:
  void write_page(std::size_t i) {
    const Page& page = frames_.pages[i];
    const int content = file_.add_stream("", contents_[i].stream);
    std::string out = "<</Type/Page/Parent " + reference(tree_) + "/MediaBox[0 0 ";
    append_fine_number(out, page.width);
    out += ' ';
    append_fine_number(out, page.height);
    out += "]/Resources " + reference(resources_) + "/Contents " + reference(content) + "/StructParents " +
           std::to_string(i) + "/Tabs/S" + write_links(frames_, i, pages_[i], links_, file_) + ">>";
    file_.set(pages_[i], out);
  }

  int write_catalog() {
    std::string out = "<</Type/Catalog/Pages " + reference(tree_) +
                      "/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>";
    out += write_navigation(frames_, pages_, file_);
    if (!frames_.structure.empty()) {
      out += "/StructTreeRoot " + reference(write_structure({frames_, pages_, contents_, links_}, file_));
    }
    out += "/Metadata " + reference(write_xmp(frames_, year_, file_)) + write_output_intent(file_);
    return file_.add(out + ">>");
  }

  const Frames& frames_;
  int year_ = 0;
  const FontSet& fonts_;
  ObjectFile file_;
  std::vector<PageContent> contents_;
  std::vector<int> pages_;
  std::vector<LinkObject> links_;
  int tree_ = 0;
  int resources_ = 0;
  int root_ = 0;
  int information_ = 0;
};

}  // namespace

std::string compose_pdf(const Frames& frames, int year, FontShelf& shelf, Helpers* helpers, Diagnostics& diagnostics) {
  FontSet fonts;
  if (const FontFace* broken = fonts.load(frames, shelf)) {
    report_broken(*broken, diagnostics);
    return {};
  }
  auto cutting = begin_beside(helpers, [&] { fonts.cut(); });
  Composer composer(frames, year, fonts);
  composer.add_pages();
  fonts.cut();
  cutting.get();
  if (const FontFace* broken = fonts.damaged()) {
    report_broken(*broken, diagnostics);
    return {};
  }
  return composer.finish();
}

}  // namespace gongkai::pdf
