namespace Inox.Css;

internal enum MediaComparison : byte { Equal, Less, LessEqual, Greater, GreaterEqual }

/// <summary>A condition of a media or container query (Media Queries 4, section 3).</summary>
internal abstract record MediaCondition;

/// <summary><c>(color)</c> or <c>(hover: hover)</c>.</summary>
internal sealed record PlainFeature(string Name, CssValue? Value) : MediaCondition;

/// <summary><c>(width &gt;= 240px)</c>.</summary>
internal sealed record RangeFeature(string Name, MediaComparison Comparison, CssValue Value) : MediaCondition;

/// <summary><c>(100px &lt;= width &lt; 200px)</c>.</summary>
internal sealed record IntervalFeature(CssValue Start, MediaComparison StartComparison, string Name, MediaComparison EndComparison, CssValue End) : MediaCondition;

internal sealed record NotCondition(MediaCondition Inner) : MediaCondition;

/// <summary>Conditions joined by <c>and</c> or <c>or</c>.</summary>
internal sealed record JoinedCondition(bool IsAnd, IReadOnlyList<MediaCondition> Items) : MediaCondition;

/// <summary>A function or block that is written as it is.</summary>
internal sealed record TextCondition(string Text) : MediaCondition;

/// <summary>One query: <c>not print and (color)</c>.</summary>
internal sealed record MediaQuery(string? Qualifier, string? Type, MediaCondition? Condition);
