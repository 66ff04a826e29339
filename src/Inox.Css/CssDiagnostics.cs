using Inox.Core;

namespace Inox.Css;

/// <summary>Every finding about style sheets. Syntax findings are warnings because CSS says how a browser goes on after each of them.</summary>
public static class CssDiagnostics
{
    public static readonly DiagnosticDescriptor UnclosedBracket =
        new("IX2001", Severity.Warning, "this `{0}` is never closed", "add the missing `{1}`");

    public static readonly DiagnosticDescriptor UnclosedString =
        new("IX2002", Severity.Warning, "this string is never closed", "add the closing quote on the same line");

    public static readonly DiagnosticDescriptor UnclosedComment = new("IX2003", Severity.Warning, "this comment is never closed", "add `*/`");

    public static readonly DiagnosticDescriptor BadUrl =
        new("IX2004", Severity.Warning, "this URL has a character that an unquoted URL cannot have", "write `url(\"…\")`");

    public static readonly DiagnosticDescriptor UnexpectedClose = new("IX2005", Severity.Warning, "nothing is open that this `}` could close; the rule it is part of is dropped");

    public static readonly DiagnosticDescriptor MissingBlock = new("IX2006", Severity.Warning, "a rule without a block is dropped", "add `{ … }`");

    public static readonly DiagnosticDescriptor NotADeclaration =
        new("IX2007", Severity.Warning, "this is neither a declaration nor a rule", "write `property: value;` or `selector { … }`");

    public static readonly DiagnosticDescriptor LateImport =
        new("IX2008", Severity.Warning, "`@import` after other rules has no effect", "move it to the top of the file");

    public static readonly DiagnosticDescriptor TooDeep = new("IX2009", Severity.Warning, "rules are nested too deep here; the block is kept as text");

    public static readonly DiagnosticDescriptor BadString =
        new("IX2010", Severity.Warning, "a line end cannot stand in a string; what it is part of is dropped", "close the string, or write `\\A` for a line end");

    public static readonly DiagnosticDescriptor InvalidImport =
        new("IX2011", Severity.Warning, "expected a URL after `@import`", "write `@import \"file.css\";`");

    public static readonly DiagnosticDescriptor BadEscape =
        new("IX2012", Severity.Warning, "a backslash at the end of a line escapes nothing here; what it is part of is dropped");

    public static readonly DiagnosticDescriptor InvalidSelector = new("IX2101", Severity.Error, "expected {0}");

    public static readonly DiagnosticDescriptor InvalidComposes =
        new("IX2102", Severity.Error, "this is no list of class names", "write `composes: a b;` or `composes: a from \"./file.css\";`");

    public static readonly DiagnosticDescriptor ComposesPlace =
        new("IX2103", Severity.Error, "`composes` only works in a rule whose selector is a single local class", "move it to a rule such as `.name { … }`");

    public static readonly DiagnosticDescriptor UnknownComposed =
        new("IX2104", Severity.Warning, "no class `{0}` in this file", "define it, or name the file: `composes: {0} from \"./file.css\"`");

    public static readonly DiagnosticDescriptor UnknownPlaceholder =
        new("IX2105", Severity.Error, "unknown placeholder `{0}` in the name pattern", "the placeholders are `[name]`, `[local]`, `[hash]` and `[content-hash]`");

    public static readonly DiagnosticDescriptor DeclarationInGlobalBlock =
        new("IX2106", Severity.Error, "a declaration cannot stand directly in `:global` or `:local`", "put it in a rule with a selector");

    public static readonly DiagnosticDescriptor InvalidCustomMedia =
        new("IX2107", Severity.Warning, "a media query names custom media that is not defined, or asks for what one query cannot say", "define it with `@custom-media`, or write the query out");

    public static readonly DiagnosticDescriptor InvalidQuery =
        new("IX2108", Severity.Warning, "this is no query that a browser understands; it never applies", "write `@media (min-width: 40em) { … }`");

    public static readonly DiagnosticDescriptor UselessSelector = new("IX2109", Severity.Warning, "browsers drop this rule: {0}");

    public static readonly DiagnosticDescriptor ImpureSelector =
        new("IX2111", Severity.Error, "this selector reaches beyond its module: it has no local class or ID", "put a local class before it, as in `.name {0}`");

    public static readonly DiagnosticDescriptor ModuleValue =
        new("IX2112", Severity.Error, "`@value` is not supported", "write a custom property, or `@custom-media` for a query");

    public static readonly DiagnosticDescriptor InvalidAtRule = new("IX2110", Severity.Warning, "browsers drop this rule: {0}");
}
