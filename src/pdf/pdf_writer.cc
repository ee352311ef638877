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

class Composer {
 public:
  Composer(const Frames& frames, int year, const FontSet& fonts) : frames_(frames), year_(year), fonts_(fonts) {}

  std::string compose() {
    for (const Page& page : frames_.pages) {
      contents_.push_back(write_page_content(page, fonts_));
      pages_.push_back(file_.reserve());
    }
    tree_ = file_.reserve();
    resources_ = file_.add("<</Font<<" + fonts_.write(file_) + ">>>>");
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      write_page(i);
      kids += reference(pages_[i]) + " ";
    }
    file_.set(tree_, "<</Type/Pages/Count " + std::to_string(pages_.size()) + "/Kids[" + kids + "]>>");
    const int root = write_catalog();
    return file_.write(root, write_information(frames_, year_, file_));
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
};

}  // namespace

std::string compose_pdf(const Frames& frames, int year, Diagnostics& diagnostics) {
  FontSet fonts;
  if (const FontFace* broken = fonts.load(frames)) {
    diagnostics.error("E0804", {},
                      "字体文件打不开或已损坏：" + broken->path + "（" + broken->role + "，" + broken->family + "）",
                      "重新准备字体后再生成");
    return {};
  }
  return Composer(frames, year, fonts).compose();
}

}  // namespace gongkai::pdf
