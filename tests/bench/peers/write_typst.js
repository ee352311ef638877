// write_typst.js PEERS main.typ result.pdf: one document with Typst, as its compiler for Node offers it.
// The fonts are those of FONTCONFIG_FILE: the system's others would only cost it time.
const fs = require("fs");
const path = require("path");
const [peers, main, result] = process.argv.slice(2);
const { NodeCompiler } = require(path.join(peers, "node_modules/@myriaddreamin/typst-ts-node-compiler"));

const compiler = NodeCompiler.create({ workspace: path.dirname(main) });
const compiled = compiler.compile({ mainFilePath: main });
if (compiled.hasError()) {
  compiled.printErrors();
  process.exit(1);
}
compiled.printDiagnostics();
fs.writeFileSync(result, compiler.pdf(compiled.result));
