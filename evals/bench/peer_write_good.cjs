// Runs write-good (MIT) over pages: `node peer_write_good.cjs BUDGET_S < pages.json`, found through NODE_PATH.
// Prints one line of JSON like peer.py.
"use strict";
const writeGood = require("write-good");
const { version } = require("write-good/package.json");
const pages = JSON.parse(require("fs").readFileSync(0, "utf8"));
const budget = Number(process.argv[2]);

writeGood(pages[0]);
let chars = 0;
let found = 0;
const started = performance.now();
for (const page of pages) {
  found += writeGood(page).length;
  // Code points, as everywhere.
  chars += Array.from(page).length;
  if (performance.now() - started > budget * 1000) break;
}
console.log(JSON.stringify({ chars, seconds: (performance.now() - started) / 1000, found, version }));
