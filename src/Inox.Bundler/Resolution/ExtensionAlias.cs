using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>What a written extension may stand for, in order: <c>.js</c> for <c>.ts</c>, <c>.tsx</c> and <c>.js</c>.</summary>
public sealed record ExtensionAlias(string Extension, ImmutableArray<string> Targets);
