namespace Inox.Cli.Options;

/// <summary>What shape the values of an option have, on the command line and in inox.json.</summary>
internal enum OptionKind : byte
{
    /// <summary><c>--minify</c>, <c>--minify=false</c>; a boolean.</summary>
    Flag,

    /// <summary><c>--global-name=App</c>; a string.</summary>
    Text,

    /// <summary><c>--target=es2022</c>; a string that <see cref="JavaScript.Transforms.LanguageTarget"/> reads.</summary>
    Target,

    /// <summary><c>--outdir=dist</c>; a string that is relative to the file or folder it was written in.</summary>
    Path,

    /// <summary><c>--format=esm</c>; one of a few strings.</summary>
    Choice,

    /// <summary><c>--inline-limit=4096</c>; a number that is not negative.</summary>
    Number,

    /// <summary><c>--conditions=a,b</c> or repeated; an array of strings.</summary>
    List,

    /// <summary><c>--define:K=V</c>, repeated; an object of strings.</summary>
    Map,
}
