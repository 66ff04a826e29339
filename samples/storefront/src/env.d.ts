// Values that inox.json defines; the bundler puts the text in place of the expression.
interface ImportMetaEnv {
  readonly SHOP_NAME: string;
}

interface ImportMeta {
  readonly env: ImportMetaEnv;
  readonly url: string;
}

declare const process: {
  readonly env: {
    readonly NODE_ENV: 'development' | 'production';
    readonly SHOP_CURRENCY: string;
  };
};

declare module '*.svg' {
  const url: string;
  export default url;
}

declare module '*.png' {
  const url: string;
  export default url;
}

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
