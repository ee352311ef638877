// The cost of each stage of a build, on a sample. Run it alone on a quiet machine:
//   stages_bench --benchmark_repetitions=5 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <string>

#include "app/build_record.h"
#include "app/disclosure.h"
#include "app/unit_files.h"
#include "audit/audit.h"
#include "bench_support.h"
#include "check/check.h"
#include "compose/compose.h"
#include "consolidate/department.h"
#include "input/read_ledger.h"
#include "layout/fonts.h"
#include "pdf/pdf_writer.h"
#include "workbook/workbook.h"

namespace gongkai {
namespace {

namespace fs = std::filesystem;

const fs::path kUnit = fs::path(GONGKAI_SOURCE_DIR) / "data" / "shifan" / "2024.yaml";

/// The sample, composed; its pack is read once.
struct Sample {
  RealWorld world{GONGKAI_SOURCE_DIR};
  PackShelf packs{world};
  std::unique_ptr<Disclosure> disclosure = prepare_disclosure(world, packs, kUnit, Stage::Composed);
};

void StageOpenFonts(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(open_fonts());
}
BENCHMARK(StageOpenFonts)->Unit(benchmark::kMillisecond);

void StageReadLedger(benchmark::State& state) {
  const RealWorld world{GONGKAI_SOURCE_DIR};
  for (auto _ : state) {
    Sources sources(kFirstUnitFile);
    Diagnostics diagnostics;
    const Classification standard = read_classification(world, sources, diagnostics);
    benchmark::DoNotOptimize(read_disclosed_ledger(world, kUnit, standard, sources, diagnostics));
  }
}
BENCHMARK(StageReadLedger)->Unit(benchmark::kMillisecond);

void StageReadPack(benchmark::State& state) {
  const Sample sample;
  const std::string name = sample.disclosure->ledger->unit.find("模板")->text;
  for (auto _ : state) benchmark::DoNotOptimize(PackShelf(sample.world).get(name, kBenchYear));
}
BENCHMARK(StageReadPack)->Unit(benchmark::kMillisecond);

/// The sample's two years as facts, none computed yet.
struct Books {
  explicit Books(const Disclosure& disclosure)
      : settings{pack(disclosure).glossary, pack(disclosure).glossary_order, pack(disclosure).options},
        prior(pack(disclosure).catalog, *disclosure.prior_ledger, nullptr, diagnostics, settings),
        current(pack(disclosure).catalog, *disclosure.ledger, &prior, diagnostics, settings) {}

  static const Pack& pack(const Disclosure& disclosure) { return *disclosure.shelved->pack; }

  Diagnostics diagnostics;
  BookSettings settings;
  FactBook prior;
  FactBook current;
};

void StageFactsAndCheck(benchmark::State& state) {
  const Sample sample;
  for (auto _ : state) {
    Books books(*sample.disclosure);
    check_ledger(books.current, sample.disclosure->shelved->rules, books.diagnostics);
  }
}
BENCHMARK(StageFactsAndCheck)->Unit(benchmark::kMillisecond);

void StageCompose(benchmark::State& state) {
  const Sample sample;
  for (auto _ : state) {
    state.PauseTiming();  // the facts that were checked are known to a build by now
    Books books(*sample.disclosure);
    check_ledger(books.current, sample.disclosure->shelved->rules, books.diagnostics);
    state.ResumeTiming();
    benchmark::DoNotOptimize(compose(*sample.disclosure->shelved->pack, books.current, books.diagnostics));
  }
}
BENCHMARK(StageCompose)->Unit(benchmark::kMillisecond);

/// Reading to composing with the pack at hand, as for every unit after the first.
void StageReadToCompose(benchmark::State& state) {
  Sample sample;
  for (auto _ : state) {
    benchmark::DoNotOptimize(prepare_disclosure(sample.world, sample.packs, kUnit, Stage::Composed));
  }
}
BENCHMARK(StageReadToCompose)->Unit(benchmark::kMillisecond);

void StageLayout(benchmark::State& state) {
  const Sample sample;
  const auto fonts = open_fonts();
  for (auto _ : state) benchmark::DoNotOptimize(frames_of(*sample.disclosure->document, *fonts));
}
BENCHMARK(StageLayout)->Unit(benchmark::kMillisecond);

void StageAudit(benchmark::State& state) {
  const Sample sample;
  const auto fonts = open_fonts();
  const Frames frames = frames_of(*sample.disclosure->document, *fonts);
  for (auto _ : state) {
    Diagnostics diagnostics;
    audit_document(*sample.disclosure->document, diagnostics);
    audit_frames(*sample.disclosure->document, frames, diagnostics);
  }
}
BENCHMARK(StageAudit)->Unit(benchmark::kMillisecond);

void StagePdf(benchmark::State& state) {
  const Sample sample;
  const auto fonts = open_fonts();
  const Frames frames = frames_of(*sample.disclosure->document, *fonts);
  pdf::FontShelf shelf;
  for (auto _ : state) {
    Diagnostics diagnostics;
    const std::string bytes = pdf::compose_pdf(frames, kBenchYear, shelf, nullptr, diagnostics);
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

/// The sources of the figures, the snapshot and the manifest: what is written besides the PDF and the workbook.
void StageRecord(benchmark::State& state) {
  const RealWorld world{GONGKAI_SOURCE_DIR};
  const RecordedWorld recorded(world);
  PackShelf packs(world);
  const auto disclosure = prepare_disclosure(recorded, packs, kUnit, Stage::Composed);
  const auto fonts = open_fonts();
  const Frames frames = frames_of(*disclosure->document, *fonts);
  const std::string identity = fonts_identity(*fonts);
  pdf::FontShelf shelf;
  BuildOptions options;
  options.pdf = options.xlsx = false;
  const fs::path folder = fs::temp_directory_path() / "gongkai-stages-bench";
  fs::create_directories(folder);
  for (auto _ : state) {
    UnitFiles files;
    const PageMaker made_before = [&](const LaidOut& laid_out) {
      laid_out(frames);
      return true;
    };
    require(write_unit_files({recorded, *disclosure, identity, shelf}, options, folder, made_before, files),
            "no record");
  }
  fs::remove_all(folder);
}
BENCHMARK(StageRecord)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace gongkai
