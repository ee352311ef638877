#include "pdf/navigation.h"

#include <cstddef>
#include <map>

#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

/// A name tree of one leaf, sorted by bytes as the standard asks.
std::string destinations(const Frames& frames, const std::vector<int>& pages, ObjectFile& file) {
  std::map<std::string, std::string> sorted;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const Item& item : frames.pages[i].items) {
      const auto* destination = std::get_if<Destination>(&item.content);
      if (destination == nullptr) continue;
      std::string target = "[" + reference(pages[i]) + "/XYZ ";
      append_number(target, destination->x);
      target += ' ';
      append_number(target, frames.pages[i].height - destination->y);
      sorted.emplace(destination->name, target + " null]");
    }
  }
  if (sorted.empty()) return "";
  std::string names;
  for (const auto& [name, target] : sorted) names += byte_string(name) + target;
  return "/Names<</Dests " + reference(file.add("<</Names[" + names + "]>>")) + ">>";
}

struct OutlineNode {
  int object = 0;
  int parent = -1;  ///< index in the list; -1 at the top
  std::vector<std::size_t> children;
};

/// A level that skips (1, 3) hangs under the nearest above.
std::vector<OutlineNode> outline_nodes(const std::vector<OutlineEntry>& entries, ObjectFile& file) {
  std::vector<OutlineNode> nodes(entries.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    while (!open.empty() && entries[open.back()].level >= entries[i].level) open.pop_back();
    nodes[i].object = file.reserve();
    if (!open.empty()) {
      nodes[i].parent = static_cast<int>(open.back());
      nodes[open.back()].children.push_back(i);
    }
    open.push_back(i);
  }
  return nodes;
}

std::string first_and_last(const std::vector<OutlineNode>& nodes, const std::vector<std::size_t>& children) {
  if (children.empty()) return "";
  return "/First " + reference(nodes[children.front()].object) + "/Last " + reference(nodes[children.back()].object);
}

/// One bookmark, closed: a closed node counts its children negatively.
std::string bookmark(const OutlineEntry& entry, const std::vector<OutlineNode>& nodes, std::size_t at, int parent,
                     const std::vector<std::size_t>& siblings, std::size_t place) {
  const OutlineNode& node = nodes[at];
  std::string out =
      "<</Title" + text_string(entry.title) + "/Dest" + byte_string(entry.destination) + "/Parent " + reference(parent);
  if (place > 0) out += "/Prev " + reference(nodes[siblings[place - 1]].object);
  if (place + 1 < siblings.size()) out += "/Next " + reference(nodes[siblings[place + 1]].object);
  out += first_and_last(nodes, node.children);
  if (!node.children.empty()) out += "/Count -" + std::to_string(node.children.size());
  return out + ">>";
}

std::string outline(const Frames& frames, ObjectFile& file) {
  if (frames.outline.empty()) return "";
  const int root = file.reserve();
  const std::vector<OutlineNode> nodes = outline_nodes(frames.outline, file);
  std::vector<std::size_t> top;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].parent < 0) top.push_back(i);
  }
  const auto write_siblings = [&](int parent, const std::vector<std::size_t>& siblings) {
    for (std::size_t place = 0; place < siblings.size(); ++place) {
      const std::size_t at = siblings[place];
      file.set(nodes[at].object, bookmark(frames.outline[at], nodes, at, parent, siblings, place));
    }
  };
  write_siblings(root, top);
  for (const OutlineNode& node : nodes) write_siblings(node.object, node.children);
  file.set(root, "<</Type/Outlines" + first_and_last(nodes, top) + "/Count " + std::to_string(top.size()) + ">>");
  return "/Outlines " + reference(root) + "/PageMode/UseOutlines";
}

/// Printed numbers are the labels; pages without one (cover, 目录) count in roman numerals of their own.
std::string page_labels(const Frames& frames, ObjectFile& file) {
  std::string numbers;
  std::size_t unlabelled = 0;
  for (std::size_t i = 0; i < frames.pages.size(); ++i) {
    const std::string& label = frames.pages[i].label;
    numbers += std::to_string(i);
    numbers += label.empty() ? "<</S/r/St " + std::to_string(++unlabelled) + ">>" : "<</P" + text_string(label) + ">>";
  }
  return "/PageLabels " + reference(file.add("<</Nums[" + numbers + "]>>"));
}

/// What a speaking reader says of a link: the bookmark's title where there is one.
std::string link_words(const Frames& frames, const std::string& destination) {
  for (const OutlineEntry& entry : frames.outline) {
    if (entry.destination == destination) return entry.title;
  }
  return destination;
}

}  // namespace

std::string write_navigation(const Frames& frames, const std::vector<int>& pages, ObjectFile& file) {
  return destinations(frames, pages, file) + outline(frames, file) + page_labels(frames, file);
}

std::string write_links(const Frames& frames, std::size_t page, int page_object, std::vector<LinkObject>& links,
                        ObjectFile& file) {
  constexpr std::string_view kPrinted = "/F 4";  // printed pages show it as the screen does
  std::string annotations;
  const double height = frames.pages[page].height;
  for (const Item& item : frames.pages[page].items) {
    const auto* link = std::get_if<Link>(&item.content);
    if (link == nullptr) continue;
    std::string out = "<</Type/Annot/Subtype/Link/Border[0 0 0]" + std::string(kPrinted) + "/Rect[";
    for (const double edge : {link->x, height - link->y - link->height, link->x + link->width, height - link->y}) {
      append_number(out, edge);
      out += ' ';
    }
    const auto parent = static_cast<int>(frames.pages.size() + links.size());
    out += "]/Dest" + byte_string(link->destination) + "/Contents" + text_string(link_words(frames, link->destination));
    if (item.structure != kArtifact) out += "/StructParent " + std::to_string(parent);
    const int object = file.add(out + ">>");
    links.push_back({item.structure, object, page_object, parent});
    annotations += reference(object) + " ";
  }
  return annotations.empty() ? "" : "/Annots[" + annotations + "]";
}

}  // namespace gongkai::pdf
