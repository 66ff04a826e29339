using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>Prints nodes, of one sheet after the other, to one output. The parser's limit of depth is what keeps its recursion short.</summary>
internal sealed class TreePrinter(CharWriter output, CssPrintOptions options)
{
    private readonly TextPrinter _text = new(output, options.Minify);
    private readonly bool _minify = options.Minify;
    private readonly List<CssMapping>? _mappings = options.Mappings ? [] : null;
    private SourceText? _source;
    private int _depth;
    private bool _first = true;
    private bool _afterRule;

    /// <summary>Prints nodes that come from <paramref name="source"/> where the printer stands.</summary>
    public void PrintSheet(SourceText? source, ReadOnlySpan<CssNode> nodes, Func<string, string?>? resolveUrl)
    {
        _source = source;
        _text.ResolveUrl = resolveUrl;
        PrintNodes(nodes);
    }

    /// <summary>Opens an at-rule that is in no source; <see cref="CloseWrapper"/> closes it.</summary>
    public void OpenWrapper(string name, CssText prelude)
    {
        Separate(isRule: true);
        output.Write('@');
        output.Write(name);
        _text.ResolveUrl = null;
        PrintAtPrelude(prelude, TextContext.Condition);
        Open();
    }

    public void CloseWrapper() => Close();

    /// <summary>Prints a whole statement such as <c>@import "x";</c>.</summary>
    public void PrintStatement(ReadOnlySpan<char> statement)
    {
        Separate(isRule: false);
        output.Write(statement);
        EndStatement();
    }

    public CssPrintResult Finish()
    {
        if (!_minify && output.Length > 0) output.Write('\n');
        return new(output.ToString(), _mappings ?? []);
    }

    private void PrintNodes(ReadOnlySpan<CssNode> nodes)
    {
        for (int i = 0; i < nodes.Length; i++) PrintNode(nodes[i], isLast: i == nodes.Length - 1);
    }

    private void PrintNode(CssNode node, bool isLast)
    {
        switch (node.Kind)
        {
            case CssNodeKind.Declaration:
                PrintDeclaration((Declaration)node, isLast);
                break;
            case CssNodeKind.StyleRule:
                PrintStyleRule((StyleRule)node);
                break;
            case CssNodeKind.AtRule:
                PrintAtRule((AtRule)node);
                break;
            case CssNodeKind.Comment:
                PrintComment((LegalComment)node);
                break;
            case CssNodeKind.Unparsed:
                PrintUnparsed((Unparsed)node, isLast);
                break;
            default:
                throw new InvalidOperationException($"no printer for {node.Kind}");
        }
    }

    private void PrintDeclaration(Declaration node, bool isLast)
    {
        Separate(isRule: false);
        Map(node);
        output.Write(node.Name.Span);
        output.Write(':');
        if (!_minify) output.Write(' ');
        if (node.IsCustomProperty && node.Value.IsEmpty) output.Write(_minify ? " " : "");   // --x:; is an error to readers of the first Level 3
        else if (node.IsFormatted) PrintFormatted(node.Value, isCustom: node.IsCustomProperty);
        else _text.Print(node.Value, node.IsCustomProperty ? TextContext.Verbatim : TextContext.Value);
        if (node.IsImportant) output.Write(_minify ? "!important" : " !important");
        if (!_minify || !isLast) output.Write(';');
    }

    // Only a URL is looked at again, where URLs are to be replaced.
    private void PrintFormatted(CssText value, bool isCustom)
    {
        if (_text.ResolveUrl is not null && value.Span.Contains('(')) _text.Print(value, TextContext.Value);
        else if (_minify || isCustom || _depth == 0 || !value.Span.Contains('\n')) output.Write(value.Span);
        else PrintLines(value.Span);
    }

    // The rows of a grid stand below each other.
    private void PrintLines(ReadOnlySpan<char> value)
    {
        foreach (Range line in value.Split('\n'))
        {
            if (line.Start.Value > 0)
            {
                output.Write('\n');
                output.Write(' ', _depth * 2);
            }

            output.Write(value[line]);
        }
    }

    // @page:first and @scope(.a) need no blank; @media(…) is what some readers trip over.
    private void PrintFormattedPrelude(AtRule node)
    {
        ReadOnlySpan<char> prelude = node.Prelude.Span;
        if (prelude.IsEmpty) return;
        bool joins = _minify && ((node.Known == AtRuleName.Page && prelude[0] == ':') || (node.Known == AtRuleName.Scope && prelude[0] == '('));
        if (!joins) output.Write(' ');
        output.Write(prelude);
    }

    private void PrintStyleRule(StyleRule node)
    {
        Separate(isRule: true);
        Map(node);
        Func<string, string?>? resolveUrl = _text.ResolveUrl;
        _text.ResolveUrl = null;
        if (node.IsFormatted) output.Write(node.Prelude.Span);
        else _text.Print(node.Prelude, TextContext.Selector);
        _text.ResolveUrl = resolveUrl;
        PrintBlock(node.Children);
    }

    private void PrintAtRule(AtRule node)
    {
        Separate(node.HasBlock);
        Map(node);
        output.Write('@');
        output.Write(node.Name.Span);
        Func<string, string?>? resolveUrl = _text.ResolveUrl;

        // @namespace url(…) and @document url(…) name no file.
        if (node.Known != AtRuleName.Import) _text.ResolveUrl = null;
        if (node.IsFormatted && _text.ResolveUrl is null) PrintFormattedPrelude(node);
        else PrintAtPrelude(node.Prelude, ContextOf(node.Known));
        _text.ResolveUrl = resolveUrl;
        if (node.HasBlock) PrintBlock(node.Children);
        else EndStatement();
    }

    private static TextContext ContextOf(AtRuleName name) => name switch
    {
        AtRuleName.Unknown or AtRuleName.Charset or AtRuleName.CustomMedia => TextContext.Verbatim,
        AtRuleName.CustomSelector => TextContext.Selector,
        _ => TextContext.Condition,
    };

    private void PrintAtPrelude(CssText prelude, TextContext context)
    {
        if (prelude.IsEmpty) return;

        // @x"…" would be fine, but nobody writes it.
        output.Write(' ');
        _text.Print(prelude, context);
    }

    private void PrintComment(LegalComment node)
    {
        Separate(isRule: false);
        output.Write(node.Text.Span);
        if (_minify) output.Write('\n');
    }

    private void PrintUnparsed(Unparsed node, bool isLast)
    {
        Separate(isRule: false);
        output.Write(node.Text.Span);
        if (!_minify || !isLast) output.Write(';');
    }

    private void PrintBlock(ImmutableArray<CssNode> children)
    {
        Open();
        PrintNodes(children.AsSpan());
        Close();
    }

    private void EndStatement() => output.Write(';');

    private void Open()
    {
        output.Write(_minify ? "{" : " {");
        _depth++;
        _first = true;
    }

    private void Close()
    {
        _depth--;
        if (!_minify)
        {
            output.Write('\n');
            output.Write(' ', _depth * 2);
        }

        output.Write('}');
        _first = false;
        _afterRule = true;
    }

    // A line for each node, and an empty one before and after a block.
    private void Separate(bool isRule)
    {
        if (!_minify && !_first && (isRule || _afterRule)) output.Write('\n');
        if (!_minify && (!_first || _depth > 0)) output.Write('\n');
        if (!_minify) output.Write(' ', _depth * 2);
        _first = false;
        _afterRule = false;
    }

    private void Map(CssNode node)
    {
        if (_mappings is not null && _source is not null) _mappings.Add(new(output.Length, _source, node.Span.Start));
    }
}
