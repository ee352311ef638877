#include "input/schema_parts.h"

namespace gongkai {
namespace {

using namespace schema;

Shape nature() {
  return one_of(
      {"行政单位", "参照公务员法管理事业单位", "公益一类事业单位", "公益二类事业单位", "其他事业单位", "其他"});
}

Field subordinate_units() {
  Shape units = list_of(map({
      required("名称", text(), "下属单位全称"),
      optional("性质", nature(), "单位性质"),
      optional("备注", text(), "印在单位构成表的备注栏"),
      optional("文件夹", text(), "下属单位账本所在的文件夹（相对路径）；写了就参加汇总"),
      optional("本级", boolean(), "是不是部门本级"),
      optional("并入本级", boolean(), "是：它的账在本级账本里"),
  }));
  units.unique_key = "名称";
  return optional("下属单位", std::move(units), "部门的下属单位；只有一个单位时不写");
}

Field contact() {
  return optional("联系方式",
                  map({
                      optional("联系人", text(), "联系人姓名"),
                      optional("电话", text(), "联系电话"),
                      optional("地址", text(), "办公地址"),
                      optional("邮编", text(), "邮政编码"),
                      optional("邮箱", text(), "电子邮箱"),
                      optional("网址", text(), "单位网站"),
                      optional("反馈渠道", text(), "公众反馈意见的渠道"),
                  }),
                  "信息反馈渠道一节、封面电话用");
}

Field departments() {
  Shape names = list_of(text());
  names.unique_key = "*";
  return optional("内设机构", std::move(names), "科室名称，个数由程序数");
}

}  // namespace

Shape unit_schema() {
  Shape unit = map({
      required("名称", text(), "单位全称；全文、表头、自评表、页眉都由它出"),
      optional("简称", text(), "正文可用的短名，缺省同名称"),
      required("类型", one_of({"部门", "单位"}), "决定“部门决算／单位决算”和“本部门／本单位”"),
      optional("本级", boolean(), "是：表头名称后加“本级”，只用于部门本级"),
      optional("正文用名", one_of({"名称", "简称", "称谓"}), "说明各节的主语，缺省由版式定"),
      required("性质", nature(), "单位性质；决定有没有机关运行经费"),
      optional("主管部门", text(), "自评表上的主管部门；有项目绩效时要写"),
      required("财政级次", one_of({"中央级", "省级", "自治区级", "市级", "区级", "县级", "乡镇级"}),
               "名词解释里“×级财政”的级"),
      required("模板", text(), "版式包名，可带年份版本（名@年份）"),
      optional("选项", map({}, {by_name("选项名", text(), "版式包声明的可选口径")}), "版式包声明的可选口径"),
      advised("主要职责", long_text(), "主要职能、职责"),
      optional("机构设置", long_text(), "内设机构之外的机构情况"),
      departments(),
      subordinate_units(),
      contact(),
  });
  unit.refusals = {
      elsewhere("称谓", "不用写：由“类型”得出", "请删去"),
      elsewhere("年度", "不写在 unit.yaml 里", "请写到年度文件里"),
      elsewhere("内设机构个数", "不用写：由“内设机构”数出", "请删去"),
      elsewhere("预算单位数", "不用写：由“下属单位”数出", "请删去"),
  };
  return unit;
}

}  // namespace gongkai
