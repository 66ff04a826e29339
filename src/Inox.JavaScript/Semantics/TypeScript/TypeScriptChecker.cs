using Inox.Core;

namespace Inox.JavaScript.Semantics;

/// <summary>Runs the rules of <see cref="TypeScriptRules"/> in the order of one array.</summary>
internal static class TypeScriptChecker
{
    private static readonly Func<RuleContext, TypeScriptRule>[] s_rules =
    [
        context => new CheckModuleOutput(context),
        context => new CheckResolutionModes(context),
        context => new CheckTypeOnlyImports(context),
        context => new CheckStatementForms(context),
        context => new CheckNullOperands(context),
        context => new CheckSuperFirst(context),
        context => new CheckDuplicateProperties(context),
        context => new CheckDecorators(context),
        context => new CheckMemberNames(context),
        context => new CheckIndexSignatures(context),
        context => new CheckEnumMembers(context),
        context => new CheckConstAssertions(context),
        context => new CheckPrivateInEs5(context),
    ];

    public static Diagnostic[] Check(SemanticModel model, SemanticOptions options, TypeScriptRules rules)
    {
        RuleContext context = new(model, options, rules);
        foreach (Func<RuleContext, TypeScriptRule> make in s_rules) make(context).Check();
        if (context.Found.Count > 0 && options.Source is { } source) new IgnoredLines(source, options.Comments).Remove(context.Found);
        context.Found.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return [.. context.Found];
    }
}
