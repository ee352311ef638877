#include "render/pdf_navigation.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace gongkai {
namespace {

using Object = QPDFObjectHandle;

constexpr int kDecimals = 2;

Object real(double value) {
  return Object::newReal(value, kDecimals, true);
}

std::vector<Object> page_objects(QPDF& pdf) {
  std::vector<Object> pages;
  for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages()) pages.push_back(page.getObjectHandle());
  return pages;
}

/// PDF counts upwards from the bottom of the page.
Object destination_array(const Object& page_object, const Page& page, const Destination& destination) {
  return Object::newArray({page_object, Object::newName("/XYZ"), real(destination.x), real(page.height - destination.y),
                           Object::newNull()});
}

/// A name tree of one leaf, sorted by bytes as the standard asks.
void add_destinations(QPDF& pdf, const Frames& frames, const std::vector<Object>& pages) {
  std::map<std::string, Object> sorted;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const Item& item : frames.pages[i].items) {
      if (const auto* destination = std::get_if<Destination>(&item.content)) {
        sorted.emplace(destination->name, destination_array(pages[i], frames.pages[i], *destination));
      }
    }
  }
  if (sorted.empty()) return;
  Object names = Object::newArray();
  for (const auto& [name, target] : sorted) {
    names.appendItem(Object::newString(name));
    names.appendItem(target);
  }
  Object tree = Object::newDictionary({{"/Names", names}});
  pdf.getRoot().replaceKey("/Names", Object::newDictionary({{"/Dests", pdf.makeIndirectObject(tree)}}));
}

Object link_annotation(const Page& page, const Link& link) {
  const Object::Rectangle area(link.x, page.height - link.y - link.height, link.x + link.width, page.height - link.y);
  Object rectangle = Object::newArray({real(area.llx), real(area.lly), real(area.urx), real(area.ury)});
  const Object zero = Object::newInteger(0);
  return Object::newDictionary({{"/Type", Object::newName("/Annot")},
                                {"/Subtype", Object::newName("/Link")},
                                {"/Rect", rectangle},
                                {"/Border", Object::newArray({zero, zero, zero})},
                                {"/F", Object::newInteger(4)},  // printed pages show it as the screen does
                                {"/Dest", Object::newString(link.destination)}});
}

void add_links(QPDF& pdf, const Frames& frames, std::vector<Object>& pages) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Object annotations = Object::newArray();
    for (const Item& item : frames.pages[i].items) {
      if (const auto* link = std::get_if<Link>(&item.content)) {
        annotations.appendItem(pdf.makeIndirectObject(link_annotation(frames.pages[i], *link)));
      }
    }
    if (annotations.getArrayNItems() > 0) pages[i].replaceKey("/Annots", annotations);
  }
}

/// Index of each entry's parent in the list; -1 at the top. A level that skips (1, 3) hangs under the nearest above.
std::vector<int> outline_parents(const std::vector<OutlineEntry>& outline) {
  std::vector<int> parents;
  std::vector<int> open;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    while (!open.empty() && outline[static_cast<std::size_t>(open.back())].level >= outline[i].level) open.pop_back();
    parents.push_back(open.empty() ? -1 : open.back());
    open.push_back(static_cast<int>(i));
  }
  return parents;
}

/// Joins the children of one node as PDF wants: first, last, and a chain in both directions.
void chain_children(Object parent, const std::vector<Object>& children) {
  if (children.empty()) return;
  parent.replaceKey("/First", children.front());
  parent.replaceKey("/Last", children.back());
  for (std::size_t i = 0; i < children.size(); ++i) {
    Object child = children[i];
    child.replaceKey("/Parent", parent);
    if (i > 0) child.replaceKey("/Prev", children[i - 1]);
    if (i + 1 < children.size()) child.replaceKey("/Next", children[i + 1]);
  }
}

/// All bookmarks closed: a reader sees the parts first. A closed node counts its children negatively.
void add_outline(QPDF& pdf, const Frames& frames) {
  if (frames.outline.empty()) return;
  const std::vector<int> parents = outline_parents(frames.outline);
  Object root = pdf.makeIndirectObject(Object::newDictionary({{"/Type", Object::newName("/Outlines")}}));
  std::vector<Object> nodes;
  for (const OutlineEntry& entry : frames.outline) {
    nodes.push_back(pdf.makeIndirectObject(Object::newDictionary(
        {{"/Title", Object::newUnicodeString(entry.title)}, {"/Dest", Object::newString(entry.destination)}})));
  }
  std::vector<std::vector<Object>> children(nodes.size() + 1);
  for (std::size_t i = 0; i < nodes.size(); ++i) children[static_cast<std::size_t>(parents[i] + 1)].push_back(nodes[i]);
  chain_children(root, children[0]);
  root.replaceKey("/Count", Object::newInteger(static_cast<long long>(children[0].size())));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    chain_children(nodes[i], children[i + 1]);
    const auto count = static_cast<long long>(children[i + 1].size());
    if (count > 0) nodes[i].replaceKey("/Count", Object::newInteger(-count));
  }
  pdf.getRoot().replaceKey("/Outlines", root);
  pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

/// Printed numbers are the labels; pages without one (cover, 目录) count in roman numerals of their own.
void add_page_labels(QPDF& pdf, const Frames& frames) {
  Object numbers = Object::newArray();
  long long unlabelled = 0;
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    const std::string& label = frames.pages[i].label;
    Object entry = Object::newDictionary();
    if (label.empty()) {
      entry.replaceKey("/S", Object::newName("/r"));
      entry.replaceKey("/St", Object::newInteger(++unlabelled));
    } else {
      entry.replaceKey("/P", Object::newUnicodeString(label));
    }
    numbers.appendItem(Object::newInteger(static_cast<long long>(i)));
    numbers.appendItem(entry);
  }
  pdf.getRoot().replaceKey("/PageLabels", pdf.makeIndirectObject(Object::newDictionary({{"/Nums", numbers}})));
}

}  // namespace

void add_navigation(QPDF& pdf, const Frames& frames) {
  std::vector<Object> pages = page_objects(pdf);
  pages.resize(std::min(pages.size(), frames.pages.size()));
  add_destinations(pdf, frames, pages);
  add_links(pdf, frames, pages);
  add_outline(pdf, frames);
  add_page_labels(pdf, frames);
}

}  // namespace gongkai
