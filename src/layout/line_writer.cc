#include "layout/line_writer.h"

#include <vector>

namespace gongkai {
namespace {

class LineWriter {
 public:
  LineWriter(const AtomList& list, const SetLine& line, const TextSpec& spec, const Runs& runs, std::string_view plain)
      : list_(list), line_(line), runs_(runs), plain_(plain), size_(spec.size) {
    glue_of(list, line, spec, glue_);
  }

  std::vector<GlyphRun> write() {
    const AtomLine& atoms = line_.atoms;
    const double lead = atoms.keeps_lead && atoms.last > atoms.first ? list_.atoms[atoms.first].lead : 0;
    double x = line_.x + lead;
    for (std::size_t i = atoms.first; i < atoms.last; ++i) {
      x += glue_[i - atoms.first];
      if (list_.atoms[i].shaped != nullptr) add(i, x);
      x += list_.atoms[i].core;
    }
    return std::move(out_);
  }

 private:
  /// Puts the atom's core at `x`.
  void add(std::size_t i, double x) {
    const Atom& atom = list_.atoms[i];
    GlyphRun& run = run_for(i);
    const double size = run.size;
    double pen = x + atom.shift;
    for (const ShapedGlyph& glyph : atom.shaped->glyphs) {
      run.glyphs.push_back({glyph.id, pen + glyph.dx * size, -glyph.dy * size});
      pen += glyph.advance * size;
    }
    run.clusters.insert(run.clusters.end(), atom.shaped->clusters.begin(), atom.shaped->clusters.end());
    run.text += plain_.substr(atom.begin, atom.end - atom.begin);
  }

  GlyphRun& run_for(std::size_t i) {
    const Atom& atom = list_.atoms[i];
    if (out_.empty() || !in_one_run(list_.atoms[last_], atom)) {
      out_.push_back({.face = atom.face, .size = size_ * atom.scale, .fact = runs_[atom.run].fact});
      reserve(out_.back(), i);
    }
    last_ = i;
    return out_.back();
  }

  static bool in_one_run(const Atom& a, const Atom& b) {
    return a.run == b.run && a.face == b.face && a.scale == b.scale;
  }

  /// Makes room for the run that begins with atom `first`.
  void reserve(GlyphRun& run, std::size_t first) const {
    std::size_t glyphs = 0;
    std::size_t clusters = 0;
    std::size_t bytes = 0;
    for (std::size_t i = first; i < line_.atoms.last; ++i) {
      const Atom& atom = list_.atoms[i];
      if (atom.shaped == nullptr) continue;
      if (!in_one_run(list_.atoms[first], atom)) break;
      glyphs += atom.shaped->glyphs.size();
      clusters += atom.shaped->clusters.size();
      bytes += atom.end - atom.begin;
    }
    run.glyphs.reserve(glyphs);
    run.clusters.reserve(clusters);
    run.text.reserve(bytes);
  }

  const AtomList& list_;
  const SetLine& line_;
  const Runs& runs_;
  std::string_view plain_;
  double size_;
  std::vector<double> glue_;
  std::vector<GlyphRun> out_;
  std::size_t last_ = 0;  ///< the atom written last
};

}  // namespace

std::vector<GlyphRun> write_glyphs(const AtomList& list, const SetLine& line, const TextSpec& spec, const Runs& runs,
                                   std::string_view plain) {
  return LineWriter(list, line, spec, runs, plain).write();
}

}  // namespace gongkai
