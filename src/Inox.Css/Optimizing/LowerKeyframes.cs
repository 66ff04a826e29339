namespace Inox.Css;

/// <summary>
/// Optimizes keyframes. Frames cannot hold conditions: where a value with variables is lowered, the whole animation stands again in <c>@supports</c>, with what
/// newer browsers read.
/// </summary>
internal sealed class LowerKeyframes(TargetSet targets, bool minify)
{
    private readonly OptimizeDeclarations _declarations = new(targets);

    /// <summary>Optimizes the frames in place; what must follow them is the result.</summary>
    public List<AtModel> Run(AtModel at, List<RuleModel> frames)
    {
        Dictionary<string, List<(StyleModel Frame, TypedDeclaration Declaration)>> conditions = [];
        foreach (RuleModel rule in frames)
        {
            if (rule is not StyleModel frame) continue;
            frame.Declarations = _declarations.Run(frame.Declarations, out LoweredRules normal, out LoweredRules important);
            foreach ((string condition, TypedDeclaration declaration) in (ReadOnlySpan<(string, TypedDeclaration)>)[.. normal.Supports, .. important.Supports])
            {
                if (!conditions.TryGetValue(condition, out var list)) conditions.Add(condition, list = []);
                list.Add((frame, declaration));
            }
        }

        frames.RemoveAll(static rule => rule is StyleModel { IsEmpty: true });
        List<AtModel> result = [];
        foreach ((string condition, List<(StyleModel, TypedDeclaration)> changes) in conditions)
        {
            List<RuleModel> copy = frames.ConvertAll(rule => rule is StyleModel frame ? With(frame, changes) : rule);
            string prelude = minify ? condition.Replace(": ", ":", StringComparison.Ordinal) : condition;
            result.Add(new AtModel(at.Span, AtRuleName.Supports, "supports", prelude, [new AtModel(at.Span, at.Known, at.Name, at.Prelude, copy)]));
        }

        return result;
    }

    private static StyleModel With(StyleModel frame, List<(StyleModel Frame, TypedDeclaration Declaration)> changes)
    {
        List<TypedDeclaration> declarations = frame.Declarations.ConvertAll(own =>
        {
            int index = changes.FindIndex(change => change.Frame == frame && change.Declaration.Name == own.Name);
            return index < 0 ? own : changes[index].Declaration;
        });
        return new StyleModel(frame.Span, frame.Selectors, declarations, []);
    }

    public static bool AreSame(List<RuleModel> a, List<RuleModel> b)
    {
        if (a.Count != b.Count) return false;
        for (int i = 0; i < a.Count; i++)
        {
            if (a[i] is not StyleModel x || b[i] is not StyleModel y || !x.HasSelectorsOf(y) || !x.HasDeclarationsOf(y)) return false;
        }

        return true;
    }
}
