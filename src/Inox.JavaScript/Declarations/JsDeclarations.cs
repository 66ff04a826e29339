using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary>
/// Makes the declarations (<c>.d.ts</c>) of one TypeScript file from its text alone, as under <c>isolatedDeclarations</c>: what is exported, and
/// what the types of that name. What would need the types of other expressions or files is a diagnostic, and stands as <c>any</c>.
/// </summary>
public static class JsDeclarations
{
    /// <summary>The tree of <paramref name="parsed"/> is used up: its nodes go into the declarations.</summary>
    public static DeclarationResult Emit(ParseResult parsed)
    {
        if (parsed.Language == Language.Declarations) return new(parsed.Program, parsed.Comments, []);
        DeclarationContext context = new(parsed);
        DeclarationEmitter emitter = new(context);
        emitter.Run();
        return new(parsed.Program, DocumentationOf(parsed), [.. context.Diagnostics]);
    }

    // What describes a declaration goes along; what explains code that is gone does not.
    private static Comment[] DocumentationOf(ParseResult parsed)
    {
        List<Comment> kept = [];
        foreach (Comment comment in parsed.Comments)
        {
            ReadOnlySpan<char> text = parsed.Source.Slice(comment.Span);
            if (comment.Kind == CommentKind.Block && text.Length > 4 && text[2] is '*' or '!' && !comment.IsTrailing) kept.Add(comment);
        }
        return [.. kept];
    }
}

/// <summary>The declarations of a file and the comments that belong to them, both in terms of its source.</summary>
public sealed record DeclarationResult(Program Program, Comment[] Comments, Diagnostic[] Diagnostics);
