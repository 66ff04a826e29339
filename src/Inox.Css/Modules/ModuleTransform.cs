using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

// Walks the tree once. Rules are rebuilt with scoped preludes; declarations with names in their value are; `composes` is taken out.
internal sealed class ModuleTransform
{
    private readonly SourceText _source;
    private readonly CssModuleOptions _options;
    private readonly ScopedNames _names;
    private readonly List<Diagnostic> _diagnostics;
    private readonly SelectorScoper _selectors;
    private readonly ValueScoper _values;
    private readonly PreludeScoper _preludes;
    private readonly HashSet<string> _classes = [];
    private readonly List<(string Name, TextSpan Span)> _composed = [];
    private TextSpan _place;

    public ModuleTransform(SourceText source, CssModuleOptions options, ScopedNames names, List<Diagnostic> diagnostics)
    {
        _source = source;
        _options = options;
        _names = names;
        _diagnostics = diagnostics;
        _selectors = new(options, names, (descriptor, arguments) => Report(descriptor, _place, arguments));
        _values = new(options, names);
        _preludes = new(options, names, _selectors);
    }

    // What a rule is to the nodes in it.
    private readonly record struct Context(bool IsGlobal, bool IsInStyleRule, bool IsInKeyframes, string[]? Classes);

    // In a rule whose own selector is pure every other is: it stands for `& …`.
    private void CheckPure(CssText prelude, SelectorList list, Context context)
    {
        if (!_options.Pure || context.IsInStyleRule) return;
        foreach (ComplexSelector selector in list.Selectors)
        {
            if (!SelectorScoper.IsPure(selector, prelude.Buffer, context.IsGlobal)) Report(CssDiagnostics.ImpureSelector, _place, prelude.Buffer.Substring(selector.Span.Start, selector.Span.Length));
        }
    }

    public StyleSheet Run(StyleSheet sheet)
    {
        if (_options.CustomIdents) CollectCounterStyles(sheet.Children);
        StyleSheet result = sheet.With(VisitAll(sheet.Children, default));
        foreach ((string name, TextSpan span) in _composed)
        {
            if (!_classes.Contains(name)) Report(CssDiagnostics.UnknownComposed, span, name);
        }

        return result;
    }

    private void CollectCounterStyles(ImmutableArray<CssNode> nodes)
    {
        foreach (CssNode node in nodes)
        {
            if (node is not AtRule { HasBlock: true } rule) continue;
            if (rule.Known == AtRuleName.CounterStyle) _values.CounterStyles.Add(CssEscapes.Decode(rule.Prelude.Span));
            else CollectCounterStyles(rule.Children);
        }
    }

    private ImmutableArray<CssNode> VisitAll(ImmutableArray<CssNode> nodes, Context context)
    {
        if (nodes.IsDefaultOrEmpty) return nodes;
        ImmutableArray<CssNode>.Builder result = ImmutableArray.CreateBuilder<CssNode>(nodes.Length);
        foreach (CssNode node in nodes) Visit(node, context, result);
        return result.DrainToImmutable();
    }

    private void Visit(CssNode node, Context context, ImmutableArray<CssNode>.Builder result)
    {
        switch (node)
        {
            case StyleRule rule:
                VisitStyleRule(rule, context, result);
                break;
            case AtRule rule:
                VisitAtRule(rule, context, result);
                break;
            case Declaration declaration when declaration.Name.Is("composes"):
                Compose(declaration, context);
                break;
            case Declaration declaration:
                result.Add(_values.Scope(declaration));
                break;
            default:
                result.Add(node);
                break;
        }
    }

    private void VisitStyleRule(StyleRule rule, Context context, ImmutableArray<CssNode>.Builder result)
    {
        if (context.IsInKeyframes)
        {
            result.Add(rule.With(rule.Prelude, VisitAll(rule.Children, context)));
            return;
        }

        SelectorList list = SelectorParser.Parse(rule.Prelude);
        _place = rule.Span;
        if (SelectorScoper.IsBlockSwitch(list, rule.Prelude.Buffer) is { } global)
        {
            VisitSwitchedBlock(rule, context with { IsGlobal = global, Classes = null }, result);
            return;
        }

        CheckPure(rule.Prelude, list, context);
        string[]? classes = _selectors.SingleClasses(rule.Prelude, list, context.IsGlobal);
        foreach (string name in classes ?? []) _classes.Add(name);
        CssText prelude = _selectors.Scope(rule.Prelude, list, context.IsGlobal);
        Context inner = context with { IsInStyleRule = true, Classes = context.IsInStyleRule ? null : classes };
        result.Add(rule.With(prelude, VisitAll(rule.Children, inner)));
    }

    // :global { .a { } } is .a { }
    private void VisitSwitchedBlock(StyleRule rule, Context context, ImmutableArray<CssNode>.Builder result)
    {
        foreach (CssNode child in rule.Children)
        {
            if (child is Declaration) Report(CssDiagnostics.DeclarationInGlobalBlock, child.Span);
            else Visit(child, context, result);
        }
    }

    private void VisitAtRule(AtRule rule, Context context, ImmutableArray<CssNode>.Builder result)
    {
        _place = rule.Span;
        Context inner = context with { IsInKeyframes = rule.Known == AtRuleName.Keyframes, Classes = null };
        if (rule.Name.Is("value") && !rule.HasBlock) Report(CssDiagnostics.ModuleValue, rule.Span);
        if (rule.Known == AtRuleName.Scope) CheckScope(rule.Prelude, context);
        CssText prelude = context.IsGlobal ? rule.Prelude : _preludes.Scope(rule);
        result.Add(rule.With(prelude, VisitAll(rule.Children, inner)));
    }

    private void CheckScope(CssText prelude, Context context)
    {
        foreach (CssText part in PreludeScoper.ScopeSelectors(prelude)) CheckPure(part, SelectorParser.Parse(part), context);
    }

    private void Compose(Declaration declaration, Context context)
    {
        if (context.Classes is null)
        {
            Report(CssDiagnostics.ComposesPlace, declaration.Span);
            return;
        }

        if (ComposesReader.Read(declaration.Value) is not { } compositions)
        {
            Report(CssDiagnostics.InvalidComposes, declaration.Span);
            return;
        }

        foreach (string local in context.Classes)
        {
            foreach (CssComposition composition in compositions) _names.Compose(local, Resolve(composition, declaration.Span));
        }
    }

    private CssComposition Resolve(CssComposition composition, TextSpan span)
    {
        if (composition.Kind != CssCompositionKind.Local) return composition;
        _composed.Add((composition.Name, span));
        return composition with { ScopedName = _names.Scope(composition.Name) };
    }

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments) =>
        _diagnostics.Add(new() { Descriptor = descriptor, Source = _source, Span = span, Arguments = arguments });
}
