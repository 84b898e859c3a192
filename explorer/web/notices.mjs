// Adds to THIRD_PARTY.md what the bundler's list of licences leaves out: the notices of the code inside Monaco.
import { appendFileSync, readFileSync } from 'node:fs';

const notices = readFileSync('node_modules/monaco-editor/ThirdPartyNotices.txt', 'utf8').replaceAll('\r\n', '\n');
appendFileSync('build/THIRD_PARTY.md', `\n## Notices of monaco-editor\n\n\`\`\`\`text\n${notices}\n\`\`\`\`\n`);
