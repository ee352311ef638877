#include "pdf/metadata.h"

#include <string>
#include <string_view>

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
  packet += "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
  return file.add_plain_stream("/Type/Metadata/Subtype/XML", packet);
}

}  // namespace gongkai::pdf
