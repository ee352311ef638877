// The cost of each stage, on a sample and on tables of growing length. Run it alone on a quiet machine:
//   stages_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>

#include "app/disclosure.h"
#include "layout/fonts.h"
#include "layout/layout.h"
#include "pdf/pdf_writer.h"
#include "sample_document.h"
#include "workbook/workbook.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

const fs::path kUnit = fs::path(GONGKAI_SOURCE_DIR) / "data" / "shifan" / "2024.yaml";
constexpr int kYear = 2024;

/// Stops the program: a benchmark of something that failed measures nothing.
void require(bool sound, const std::string& what) {
  if (sound) return;
  std::cerr << "benchmark: " << what << "\n";
  std::exit(1);
}

std::unique_ptr<FontLibrary> open_fonts() {
  Diagnostics diagnostics;
  auto fonts = FontLibrary::open(fs::path(GONGKAI_BINARY_DIR) / "fonts", diagnostics);
  require(fonts != nullptr, "no fonts");
  return fonts;
}

Frames frames_of(const Document& document, FontLibrary& fonts) {
  Diagnostics diagnostics;
  auto frames = lay_out(document, fonts, diagnostics);
  require(frames.has_value(), "the document cannot be laid out");
  return std::move(*frames);
}

/// The sample, composed; its pack is read once.
struct Sample {
  RealWorld world{GONGKAI_SOURCE_DIR};
  PackShelf packs{world};
  std::unique_ptr<Disclosure> disclosure = prepare_disclosure(world, packs, kUnit, Stage::Composed);
};

SampleDocument table_document(int rows) {
  SampleDocument sample;
  sample.document.style = Style::standard();
  sample.document.blocks.push_back({subject_table(rows)});
  return sample;
}

void StageOpenFonts(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(open_fonts());
}
BENCHMARK(StageOpenFonts)->Unit(benchmark::kMillisecond);

void StagePackReadAnew(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Sample().disclosure);
}
BENCHMARK(StagePackReadAnew)->Unit(benchmark::kMillisecond);

void StageReadComputeCompose(benchmark::State& state) {
  Sample sample;
  for (auto _ : state) {
    benchmark::DoNotOptimize(prepare_disclosure(sample.world, sample.packs, kUnit, Stage::Composed));
  }
}
BENCHMARK(StageReadComputeCompose)->Unit(benchmark::kMillisecond);

void StageLayout(benchmark::State& state) {
  const Sample sample;
  const auto fonts = open_fonts();
  for (auto _ : state) benchmark::DoNotOptimize(frames_of(*sample.disclosure->document, *fonts));
}
BENCHMARK(StageLayout)->Unit(benchmark::kMillisecond);

void StagePdf(benchmark::State& state) {
  const Sample sample;
  const auto fonts = open_fonts();
  const Frames frames = frames_of(*sample.disclosure->document, *fonts);
  for (auto _ : state) {
    Diagnostics diagnostics;
    const std::string bytes = pdf::compose_pdf(frames, kYear, diagnostics);
    require(!bytes.empty(), "no PDF");
    state.counters["bytes"] = static_cast<double>(bytes.size());
  }
}
BENCHMARK(StagePdf)->Unit(benchmark::kMillisecond);

void StageWorkbook(benchmark::State& state) {
  const Sample sample;
  const fs::path path = fs::temp_directory_path() / "gongkai-stages-bench.xlsx";
  for (auto _ : state) {
    Diagnostics diagnostics;
    require(write_workbook(*sample.disclosure->document, path, diagnostics), "no workbook");
  }
  fs::remove(path);
}
BENCHMARK(StageWorkbook)->Unit(benchmark::kMillisecond);

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
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(pdf::compose_pdf(frames, kYear, diagnostics));
  }
  state.SetComplexityN(state.range(0));
}
BENCHMARK(TablePdf)->Arg(10)->Arg(100)->Arg(500)->Arg(2000)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace gongkai
