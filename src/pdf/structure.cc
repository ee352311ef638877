#include "pdf/structure.h"

#include <array>
#include <cstddef>
#include <map>
#include <string_view>

#include "pdf/figure_box.h"
#include "pdf/heading_levels.h"
#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

constexpr std::array<std::string_view, 7> kHeadings = {"", "H1", "H2", "H3", "H4", "H5", "H6"};

struct Element {
  int object = 0;  ///< 0: left out, as nothing of it is printed
  int page = 0;    ///< of its first content
  std::string kids;
  int kid_count = 0;
  bool has_content = false;

  /// Where to write the next kid.
  std::string& add_kid() {
    if (kid_count++ > 0) kids += ' ';
    return kids;
  }
};

class StructureWriter {
 public:
  StructureWriter(const StructureInput& input, ObjectFile& file)
      : input_(input),
        file_(file),
        figures_(figure_boxes(input.frames)),
        headings_(heading_levels(input.frames.structure)) {}

  int write() {
    elements_.resize(input_.frames.structure.size());
    root_ = file_.reserve();
    add_contents();
    keep_needed();
    add_children();
    for (std::size_t i = 0; i < elements_.size(); ++i) {
      if (elements_[i].object != 0) file_.set(elements_[i].object, element(i));
    }
    const int parents = write_parent_tree();
    const std::string top = elements_.empty() ? "" : reference(elements_.front().object);
    const std::size_t next = input_.pages.size() + input_.links.size();
    file_.set(root_, "<</Type/StructTreeRoot/K[" + top + "]/ParentTree " + reference(parents) + "/ParentTreeNextKey " +
                         std::to_string(next) + ">>");
    return root_;
  }

 private:
  const StructureNode& node(std::size_t id) const { return input_.frames.structure[id]; }

  void add_contents() {
    for (std::size_t page = 0; page < input_.pages.size(); ++page) {
      const auto& marks = input_.contents[page].marks;
      for (std::size_t mark = 0; mark < marks.size(); ++mark) {
        Element& element = elements_[static_cast<std::size_t>(marks[mark])];
        element.has_content = true;
        if (element.page == 0) element.page = input_.pages[page];
        if (element.page == input_.pages[page]) {
          append_integer(element.add_kid(), static_cast<long long>(mark));
        } else {
          element.add_kid() +=
              "<</Type/MCR/Pg " + reference(input_.pages[page]) + "/MCID " + std::to_string(mark) + ">>";
        }
      }
    }
    for (const LinkObject& link : input_.links) {
      if (link.structure == kArtifact) continue;
      Element& element = elements_[static_cast<std::size_t>(link.structure)];
      element.has_content = true;
      element.add_kid() += "<</Type/OBJR/Pg " + reference(link.page) + "/Obj " + reference(link.annotation) + ">>";
    }
  }

  /// A node with content, and all above it; empty cells too, as they keep the others in their columns.
  void keep_needed() {
    for (std::size_t i = elements_.size(); i-- > 0;) {
      const StructureRole role = node(i).role;
      const bool cell = role == StructureRole::HeaderCell || role == StructureRole::DataCell;
      if (i != 0 && !elements_[i].has_content && !cell) continue;
      for (auto at = static_cast<StructureId>(i); at >= 0; at = node(static_cast<std::size_t>(at)).parent) {
        elements_[static_cast<std::size_t>(at)].has_content = true;
      }
    }
    for (Element& element : elements_) {
      if (element.has_content) element.object = file_.reserve();
    }
  }

  void add_children() {
    for (std::size_t i = 1; i < elements_.size(); ++i) {
      const StructureId parent = node(i).parent;
      if (elements_[i].object == 0 || parent < 0) continue;
      append_reference(elements_[static_cast<std::size_t>(parent)].add_kid(), elements_[i].object);
    }
  }

  std::string_view type(std::size_t id) const {
    if (headings_[id] > 0) return kHeadings.at(static_cast<std::size_t>(headings_[id]));
    switch (node(id).role) {
      case StructureRole::Document:
        return "Document";
      case StructureRole::Part:
        return "Part";
      case StructureRole::Title:
      case StructureRole::Caption:
        return "Caption";
      case StructureRole::P:
        return "P";
      case StructureRole::Toc:
        return "TOC";
      case StructureRole::TocItem:
        return "TOCI";
      case StructureRole::Table:
        return "Table";
      case StructureRole::Row:
        return "TR";
      case StructureRole::HeaderCell:
        return "TH";
      case StructureRole::DataCell:
        return "TD";
      case StructureRole::Figure:
        return "Figure";
      case StructureRole::Note:
        return "Note";
      case StructureRole::Link:
        return "Link";
      case StructureRole::H1:
      case StructureRole::H2:
      case StructureRole::H3:
      case StructureRole::H4:
        break;  // named above
    }
    return "Span";
  }

  void append_cell_attributes(std::string& out, const StructureNode& node) const {
    const bool header = node.role == StructureRole::HeaderCell;
    if (!header && (node.role != StructureRole::DataCell || (node.row_span == 1 && node.col_span == 1))) return;
    out += "/A<</O/Table";
    if (header) out += node.column_scope ? "/Scope/Column" : "/Scope/Row";
    if (node.row_span > 1) out += "/RowSpan " + std::to_string(node.row_span);
    if (node.col_span > 1) out += "/ColSpan " + std::to_string(node.col_span);
    out += ">>";
  }

  void append_figure_attributes(std::string& out, std::size_t id) const {
    const auto box = figures_.find(static_cast<StructureId>(id));
    if (box == figures_.end()) return;
    out += "/A<</O/Layout/Placement/Block/BBox[";
    for (const double edge : {box->second.left, box->second.bottom, box->second.right, box->second.top}) {
      append_number(out, edge);
      out += ' ';
    }
    out += "]>>";
  }

  std::string element(std::size_t id) const {
    const Element& element = elements_[id];
    const StructureId parent = node(id).parent;
    // /Type is optional here, and thousands of cells would repeat it.
    std::string out;
    out.reserve(element.kids.size() + 64);
    out += "<</S/";
    out += type(id);
    out += "/P ";
    append_reference(out, parent < 0 ? root_ : elements_[static_cast<std::size_t>(parent)].object);
    if (element.page != 0) {
      out += "/Pg ";
      append_reference(out, element.page);
    }
    if (!node(id).alternative.empty()) out += "/Alt" + text_string(node(id).alternative);
    // PDF/UA wants notes to be told apart.
    if (node(id).role == StructureRole::Note) out += "/ID(note" + std::to_string(id) + ")";
    append_cell_attributes(out, node(id));
    append_figure_attributes(out, id);
    if (element.kid_count == 1) out += element.kids.front() == '<' ? "/K" : "/K ";
    if (element.kid_count > 1) out += "/K[";
    out += element.kids;
    out += element.kid_count > 1 ? "]>>" : ">>";
    return out;
  }

  int object_of(StructureId id) const { return elements_[static_cast<std::size_t>(id)].object; }

  int write_parent_tree() {
    std::string numbers;
    for (std::size_t page = 0; page < input_.pages.size(); ++page) {
      append_integer(numbers, static_cast<long long>(page));
      numbers += '[';
      for (const StructureId id : input_.contents[page].marks) {
        append_reference(numbers, object_of(id));
        numbers += ' ';
      }
      numbers += ']';
    }
    for (const LinkObject& link : input_.links) {
      if (link.structure == kArtifact) continue;
      numbers += std::to_string(link.parent) + " " + reference(object_of(link.structure)) + " ";
    }
    return file_.add("<</Nums[" + numbers + "]>>");
  }

  const StructureInput& input_;
  ObjectFile& file_;
  const std::map<StructureId, FigureBox> figures_;
  const std::vector<int> headings_;
  std::vector<Element> elements_;
  int root_ = 0;
};

}  // namespace

int write_structure(const StructureInput& input, ObjectFile& file) {
  return StructureWriter(input, file).write();
}

}  // namespace gongkai::pdf
