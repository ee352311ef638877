#include "pdf/metadata.h"

#include <string>
#include <string_view>

#include "pdf/srgb_profile.h"
#include "pdf/syntax.h"

namespace gongkai::pdf {
namespace {

constexpr std::string_view kProgram = "gongkai";

std::string xml_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

/// What the file claims to be. PDF/A knows the properties of PDF/UA only if they are described.
constexpr std::string_view kStandards =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>\n"
    "</rdf:Description>\n"
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>";

std::string property(const std::string& name, const std::string& value) {
  return "<" + name + ">" + value + "</" + name + ">\n";
}

}  // namespace

int write_information(const Frames& frames, int year, ObjectFile& file) {
  const std::string date = byte_string("D:" + std::to_string(year) + "1231120000+08'00'");
  const std::string program = byte_string(kProgram);
  return file.add("<</Title" + text_string(frames.title) + "/Author" + text_string(frames.author) + "/Creator" +
                  program + "/Producer" + program + "/CreationDate" + date + "/ModDate" + date + ">>");
}

int write_xmp(const Frames& frames, int year, ObjectFile& file) {
  const std::string date = std::to_string(year) + "-12-31T12:00:00+08:00";
  const std::string title = "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + xml_text(frames.title) + "</rdf:li></rdf:Alt>";
  const std::string author = "<rdf:Seq><rdf:li>" + xml_text(frames.author) + "</rdf:li></rdf:Seq>";
  std::string packet =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";
  packet += property("dc:format", "application/pdf") + property("dc:title", title) + property("dc:creator", author) +
            property("dc:language", "<rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag>") + property("xmp:CreateDate", date) +
            property("xmp:ModifyDate", date) + property("xmp:CreatorTool", std::string(kProgram)) +
            property("pdf:Producer", std::string(kProgram));
  packet += "</rdf:Description>\n" + std::string(kStandards) + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
  return file.add_plain_stream("/Type/Metadata/Subtype/XML", packet);
}

std::string write_output_intent(ObjectFile& file) {
  const int profile = file.add_stream("/N 3", srgb_profile());
  return "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
         "/Info(sRGB IEC61966-2-1)/DestOutputProfile " +
         reference(profile) + ">>]";
}

}  // namespace gongkai::pdf
