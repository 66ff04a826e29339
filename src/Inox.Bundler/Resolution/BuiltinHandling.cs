namespace Inox.Bundler.Resolution;

/// <summary>What <c>fs</c> and <c>node:fs</c> mean.</summary>
public enum BuiltinHandling : byte
{
    /// <summary>A package called <c>fs</c> wins; without one it is Node's own module.</summary>
    AfterPackages,

    /// <summary>Node's own module, as Node itself decides.</summary>
    BeforePackages,

    /// <summary>There is no Node where the code runs: a package or nothing.</summary>
    Reject,
}
