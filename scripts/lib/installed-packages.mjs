// Tells whether node_modules is what package-lock.json asks for, by what npm itself recorded when it installed.

/**
 * An optional package is needed where its own lines name this platform. One that names no platform serves another
 * optional package, which may not be installed here.
 */
function isNeeded({ optional, os, cpu, libc }, platform) {
  if (optional !== true) return true;
  if (os === undefined || cpu === undefined) return false;
  return os.includes(platform.os) && cpu.includes(platform.cpu) && (libc === undefined || libc.includes(platform.libc));
}

/**
 * Compares package-lock.json with node_modules/.package-lock.json. Both are given as parsed JSON.
 * @param platform os, cpu and libc ("glibc" or "musl") as npm names them
 * @returns {string | null} the first difference in words; null where nothing needs to be installed
 */
export function differenceFrom(lock, installed, platform) {
  for (const [path, wanted] of Object.entries(lock.packages ?? {})) {
    if (path === "" || wanted.link === true) continue;
    const name = path.replace(/^.*node_modules\//, "");
    const found = installed.packages?.[path];
    if (found === undefined) {
      if (isNeeded(wanted, platform)) return `${name} is missing`;
    } else if (found.version !== wanted.version) {
      return `${name} is ${found.version}, package-lock.json asks for ${wanted.version}`;
    } else if (found.integrity !== wanted.integrity) {
      return `${name} ${wanted.version} has another checksum than package-lock.json`;
    }
  }
  return null;
}
