import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createBrotliDecompress } from 'node:zlib';

export interface PackagedChromium {
  path: string;
  environment: Record<string, string>;
}

const run = promisify(execFile);

// The package's own executablePath() unpacks to fixed names in the temporary folder, where somebody else may
// have put a file first, and it unpacks its libraries only on AWS Lambda.
const packageFolder = join(
  dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')),
  '..',
  '..',
);
const cacheFolder = join(packageFolder, '..', '..', '.cache');
const unpackedFolder = join(cacheFolder, 'chromium-147.0.0');

/** The Chromium of the package `@sparticuz/chromium`, unpacked on first use, with the environment that it needs. */
export async function packagedChromium(): Promise<PackagedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The packaged Chromium is for Linux on x64: set CHROMIUM_PATH to a Chromium of this machine',
    );
  }
  if (!existsSync(unpackedFolder)) await unpack();
  return {
    path: join(unpackedFolder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(unpackedFolder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(unpackedFolder, 'fonts.conf'),
    },
  };
}

/** Unpacks beside the final folder and renames, so that two starts at once never see half a browser. */
async function unpack(): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const draft = await mkdtemp(`${unpackedFolder}-`);
  try {
    const executable = join(draft, 'chromium');
    await decompress('chromium.br', executable);
    await chmod(executable, 0o755);
    await untar('al2023.tar.br', join(draft, 'al2023'));
    await untar('fonts.tar.br', join(draft, 'fonts'));
    await writeFile(join(draft, 'fonts.conf'), fontsConfiguration);
    await rename(draft, unpackedFolder).catch((error: unknown) => {
      // Another start was faster, and its folder is just as good.
      if (!existsSync(unpackedFolder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function decompress(name: string, target: string): Promise<void> {
  const packed = createReadStream(join(packageFolder, 'bin', name));
  return pipeline(packed, createBrotliDecompress(), createWriteStream(target));
}

async function untar(name: string, target: string): Promise<void> {
  const archive = `${target}.tar`;
  await mkdir(target);
  await decompress(name, archive);
  await run('tar', ['-x', '--no-same-owner', '-f', archive, '-C', target]);
  await rm(archive);
}

// Adds to the system's fonts, if there are any. Chromium aborts when it finds no font at all.
const fontsConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(unpackedFolder, 'fonts')}</dir>
  <cachedir>${join(unpackedFolder, 'fontconfig')}</cachedir>
</fontconfig>
`;
