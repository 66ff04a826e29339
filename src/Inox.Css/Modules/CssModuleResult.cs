using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>The sheet with scoped names and without <c>composes</c>, and what scripts see of it, in source order.</summary>
public sealed record CssModuleResult(StyleSheet StyleSheet, ImmutableArray<CssModuleExport> Exports, ImmutableArray<CssModuleReference> References, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>A custom property of another file, <c>var(--name from "file")</c>: who puts the sheets together replaces the placeholder by its scoped name.</summary>
/// <param name="Placeholder">The name that stands in the sheet.</param>
/// <param name="Name">The property's name in its own file.</param>
/// <param name="Specifier">The file named by <c>from "…"</c>.</param>
public readonly record struct CssModuleReference(string Placeholder, string Name, string Specifier);

/// <param name="LocalName">The name in the source, unescaped.</param>
/// <param name="ScopedName">The name in the page, unescaped.</param>
/// <param name="Composes">What <c>composes</c> adds to it, in source order.</param>
public sealed record CssModuleExport(string LocalName, string ScopedName, ImmutableArray<CssComposition> Composes);

public enum CssCompositionKind : byte { Local, Global, Dependency }

/// <param name="Kind">Where the name belongs.</param>
/// <param name="Name">The class as written, unescaped.</param>
/// <param name="ScopedName">Its name in the page, for one of this file.</param>
/// <param name="Specifier">The file named by <c>from "…"</c>.</param>
public readonly record struct CssComposition(CssCompositionKind Kind, string Name, string? ScopedName = null, string? Specifier = null);
