// The cost of layout and PDF on tables of growing length.
#include <benchmark/benchmark.h>

#include "bench_support.h"
#include "pdf/pdf_writer.h"
#include "sample_document.h"

namespace gongkai {
namespace {

SampleDocument table_document(int rows) {
  SampleDocument sample;
  sample.document.style = Style::standard();
  sample.document.blocks.push_back({subject_table(rows)});
  return sample;
}

void TableLayout(benchmark::State& state) {
  const SampleDocument sample = table_document(static_cast<int>(state.range(0)));
  const auto fonts = open_fonts();
  for (auto _ : state) {
    const Frames frames = frames_of(sample.document, *fonts);
    state.counters["pages"] = static_cast<double>(frames.pages.size());
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(TableLayout)->Arg(10)->Arg(100)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond)->Complexity();

void TablePdf(benchmark::State& state) {
  const SampleDocument sample = table_document(static_cast<int>(state.range(0)));
  const auto fonts = open_fonts();
  const Frames frames = frames_of(sample.document, *fonts);
  pdf::FontShelf shelf;
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(pdf::compose_pdf(frames, kBenchYear, shelf, nullptr, diagnostics));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(TablePdf)->Arg(10)->Arg(100)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace gongkai
