// write_exceljs.js PEERS sheets.json result.xlsx: the workbook with exceljs. A style is made once and shared by its cells.
const fs = require("fs");
const path = require("path");
const [peers, input, result] = process.argv.slice(2);
const ExcelJS = require(path.join(peers, "node_modules/exceljs"));

function styleOf(style) {
  const border = Object.fromEntries(Object.entries(style.border).map(([side, line]) => [side, { style: line }]));
  const vertical = style.align.vertical === "center" ? "middle" : style.align.vertical;  // its word for it
  return { font: style.font, alignment: { ...style.align, vertical }, border, numFmt: style.format };
}

function addSheet(book, data, styles) {
  const sheet = book.addWorksheet(data.name, {
    views: data.frozen_rows ? [{ state: "frozen", ySplit: data.frozen_rows }] : [],
    pageSetup: {
      paperSize: 9, orientation: data.landscape ? "landscape" : "portrait", fitToPage: true, fitToHeight: 0,
      margins: data.margins, printArea: data.area || undefined, horizontalCentered: true,
      printTitlesRow: data.title_rows ? data.title_rows.replaceAll("$", "") : undefined,
    },
    headerFooter: { oddFooter: data.footer },
  });
  data.widths.forEach((width, index) => { sheet.getColumn(index + 1).width = width; });
  data.heights.forEach((height, index) => { if (height) sheet.getRow(index + 1).height = height; });
  for (const [row, column, value, result, style] of data.cells) {
    const cell = sheet.getCell(row, column);
    const formula = typeof value === "string" && value.startsWith("=");
    if (value !== null) cell.value = formula ? { formula: value.slice(1), result } : value;
    cell.style = styles[style];
  }
  data.merges.forEach((area) => sheet.mergeCellsWithoutStyle(area));
}

const data = JSON.parse(fs.readFileSync(input, "utf-8"));
const book = new ExcelJS.Workbook();
const styles = data.styles.map(styleOf);
data.sheets.forEach((sheet) => addSheet(book, sheet, styles));
book.xlsx.writeFile(result).catch((problem) => {
  console.error(problem);
  process.exit(1);
});
