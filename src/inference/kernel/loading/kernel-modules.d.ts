// The compiled modules of the kernel, which the build makes from src/inference/kernel/assembly: base64 of their bytes.
declare module "virtual:kernel/*" {
  export const binary: string;
}
