// Types of the constants that the build puts into the code.
declare const __APP_VERSION__: string;
