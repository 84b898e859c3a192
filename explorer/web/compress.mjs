// Writes every file of build/ to ../dist as FILE.br, and takes away what is no longer built.
// With --check it writes nothing: it compares, and fails on a difference. Bytes are compared as decompressed, since two versions of the
// compressor may pack one file differently.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

const dist = '../dist';
/** The most that the packed files may weigh together, in bytes: what a first visit loads over a slow line. */
const budget = 1_400_000;

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

const built = files('build');
const check = process.argv.includes('--check');
if (!check) {
  rmSync(dist, { recursive: true, force: true });
  for (const name of built) {
    const bytes = readFileSync(join('build', name));
    const target = join(dist, `${name}.br`);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  }
}

const faults = [];
const packed = files(dist);
for (const name of built.filter((name) => !packed.includes(`${name}.br`))) faults.push(`explorer/dist/${name}.br is missing`);
for (const name of packed.filter((name) => !built.includes(name.slice(0, -3)))) faults.push(`explorer/dist/${name} is no longer built`);
for (const name of built.filter((name) => packed.includes(`${name}.br`))) {
  if (!brotliDecompressSync(readFileSync(join(dist, `${name}.br`))).equals(readFileSync(join('build', name)))) {
    faults.push(`explorer/dist/${name}.br differs from what the sources give`);
  }
}
const sum = (folder, names) => names.reduce((total, name) => total + statSync(join(folder, name)).size, 0);
const weight = sum(dist, packed.filter((name) => !name.startsWith('THIRD_PARTY')));
if (weight > budget) faults.push(`the packed explorer weighs ${weight} bytes, over its budget of ${budget}`);

console.log(`${built.length} files, ${sum('build', built)} bytes; packed ${sum(dist, packed)} bytes, ${weight} of them without the notices`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  console.error('Run explorer/build.sh and commit explorer/dist.');
  process.exit(1);
}
