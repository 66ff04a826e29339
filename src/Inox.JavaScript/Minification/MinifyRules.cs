namespace Inox.JavaScript.Minification;

/// <summary>What minifying does, rule by rule, so that one can be left out: to find the one that changed a program.</summary>
[Flags]
public enum MinifyRules
{
    None = 0,
    FoldConstants = 1 << 0,
    DropUnused = 1 << 1,
    DropValues = 1 << 2,
    InlineConstants = 1 << 3,
    InlineOnce = 1 << 4,
    CollapseAssignments = 1 << 5,
    MoveFunctions = 1 << 6,
    MergeBranches = 1 << 7,
    ShortenConditions = 1 << 8,
    ShortenExpressions = 1 << 9,
    ShortenLoops = 1 << 10,
    JoinStatements = 1 << 11,
    ShortenNames = 1 << 12,
    RelaxConst = 1 << 13,
    InlineCalls = 1 << 14,
    All = (1 << 15) - 1,
}
