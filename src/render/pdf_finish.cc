#include "render/pdf_finish.h"

#include <exception>
#include <memory>

#include "render/pdf_navigation.h"
#include "render/qpdf.h"

namespace gongkai {
namespace {

using Object = QPDFObjectHandle;

/// Noon in China on the last day of the reported year: the one date every build of the same ledger has.
std::string fixed_date(int year) {
  return "D:" + std::to_string(year) + "1231120000+08'00'";
}

void set_information(QPDF& pdf, const Frames& frames, int year) {
  Object info = Object::newDictionary({{"/Title", Object::newUnicodeString(frames.title)},
                                       {"/Author", Object::newUnicodeString(frames.author)},
                                       {"/Creator", Object::newString("gongkai")},
                                       {"/Producer", Object::newString("gongkai (cairo, qpdf)")},
                                       {"/CreationDate", Object::newString(fixed_date(year))},
                                       {"/ModDate", Object::newString(fixed_date(year))}});
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

void set_catalog(QPDF& pdf) {
  Object root = pdf.getRoot();
  root.replaceKey("/Lang", Object::newString("zh-CN"));
  root.replaceKey("/ViewerPreferences", Object::newDictionary({{"/DisplayDocTitle", Object::newBool(true)}}));
}

std::string write(QPDF& pdf) {
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setMinimumPDFVersion("1.5");
  writer.setDeterministicID(true);
  writer.write();
  const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
  return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
}

}  // namespace

std::string finish_pdf(const std::string& drawn, const Frames& frames, int year, Diagnostics& diagnostics) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("drawn.pdf", drawn.data(), drawn.size());
    set_information(pdf, frames, year);
    set_catalog(pdf);
    add_navigation(pdf, frames);
    return write(pdf);
  } catch (const std::exception& problem) {
    diagnostics.error("E0806", {}, std::string("PDF 收尾失败：") + problem.what(),
                      "这是程序的缺陷，请把账本和版式包一并报告给开发者");
    return {};
  }
}

}  // namespace gongkai
