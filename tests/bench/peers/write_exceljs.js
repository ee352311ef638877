// write_exceljs.js sheets.json result.xlsx: the tables with exceljs, one sheet each.
const fs = require("fs");
const ExcelJS = require("exceljs");

const book = new ExcelJS.Workbook();
JSON.parse(fs.readFileSync(process.argv[2], "utf-8")).forEach((rows, index) => {
  book.addWorksheet(`表${index + 1}`).addRows(rows);
});
book.xlsx.writeFile(process.argv[3]);
