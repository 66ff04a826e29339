using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Prints trees. Tokens stay as they were written; what changes is the white space between them and, when asked, URLs. What is printed parses to the
/// same tree.
/// </summary>
public static class CssPrinter
{
    public static CssPrintResult Print(StyleSheet sheet, CssPrintOptions options)
    {
        int length = sheet.Source.Text.Length;
        using CharWriter output = new(options.Minify ? length : length + length / 4);
        TreePrinter printer = new(output, options);
        printer.PrintSheet(sheet.Source, sheet.Children.AsSpan(), options.ResolveUrl);
        return printer.Finish();
    }
}
