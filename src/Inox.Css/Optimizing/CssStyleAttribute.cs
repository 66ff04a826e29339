using Inox.Core;

namespace Inox.Css;

/// <summary>The text of a <c>style</c> attribute: declarations without a rule.</summary>
public static class CssStyleAttribute
{
    /// <summary>The attribute's text optimized. Where something else than declarations is in it, such as the mark of a template, it stays as it is.</summary>
    public static string Optimize(string text, CssOptimizeOptions options)
    {
        const string open = "x{";
        StyleSheet sheet = CssParser.Parse(new("style", open + text)).StyleSheet;
        if (sheet.Children is not [StyleRule rule]) return text;
        List<TypedDeclaration> declarations = [];
        foreach (CssNode node in rule.Children)
        {
            if (node is not Declaration declaration) return text;
            declarations.Add(TypedDeclaration.Parse(declaration));
        }

        TargetSet targets = TargetSet.Of(options).WithoutRules();
        using CharWriter output = new(text.Length);
        foreach (TypedDeclaration declaration in new OptimizeDeclarations(targets).Run(declarations)) Write(declaration, output, options.Minify, targets);
        return output.ToString();
    }

    private static void Write(TypedDeclaration declaration, CharWriter output, bool minify, TargetSet targets)
    {
        foreach ((string name, string value) in DeclarationTexts.Of(declaration, minify, targets))
        {
            if (output.Length > 0) output.Write(minify ? ";" : "; ");
            output.Write(name);
            output.Write(minify ? ":" : ": ");
            output.Write(value);
            if (declaration.IsImportant) output.Write(minify ? "!important" : " !important");
        }
    }
}
