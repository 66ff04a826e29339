using Inox.Core;

namespace Inox.Css;

/// <summary>The text of a <c>style</c> attribute: declarations without a rule.</summary>
public static class CssStyleAttribute
{
    /// <summary>The attribute's text optimized; what is no declaration in it is dropped.</summary>
    public static string Optimize(string text, CssOptimizeOptions options)
    {
        const string open = "x{";
        StyleSheet sheet = CssParser.Parse(new("style", open + text)).StyleSheet;
        List<TypedDeclaration> declarations = [];
        foreach (CssNode node in sheet.Children.Length == 1 && sheet.Children[0] is StyleRule rule ? rule.Children : [])
        {
            if (node is Declaration declaration) declarations.Add(TypedDeclaration.Parse(declaration));
        }

        TargetSet targets = new TargetSet(options.Targets, [], []).WithoutRules();
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
