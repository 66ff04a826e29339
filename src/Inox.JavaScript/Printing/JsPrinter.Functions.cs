using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

// Variables, functions, parameters and patterns.
public sealed partial class JsPrinter
{
    private void PrintVariableDeclaration(VariableDeclaration declaration, int forbid)
    {
        if (declaration.IsDeclare) Keyword("declare ");
        Write(declaration.DeclarationKind.ToText());
        if (!_minify || NeedsSpaceBehindKeyword(declaration)) Write(' ');
        for (int i = 0; i < declaration.Declarations.Length; i++)
        {
            if (i > 0) Comma();
            PrintDeclarator(declaration.Declarations[i], forbid);
        }
    }

    // `let[a]=b` needs none; `using [a]` would be a member, but `using` takes no patterns
    private static bool NeedsSpaceBehindKeyword(VariableDeclaration declaration) =>
        declaration.Declarations is not [{ Id.Kind: NodeKind.ObjectPattern or NodeKind.ArrayPattern }, ..];

    private void PrintDeclarator(VariableDeclarator declarator, int forbid)
    {
        PrintInlineComments(declarator.Start);
        PrintPattern(declarator.Id);
        if (declarator.IsDefinite) Write('!');
        PrintTypeAnnotation(declarator.TypeAnnotation);
        PrintInitializer(declarator.Init, forbid);
    }

    private void PrintInitializer(Expression? init, int forbid)
    {
        if (init is null) return;
        Space();
        // `let x: A<B> = 1`: `>=` is another token
        if (_output.Last == '>') Write(' ');
        Write('=');
        Space();
        PrintExpression(init, Precedence.Comma, forbid);
    }

    private void PrintFunctionDeclaration(FunctionDeclaration function)
    {
        if (function.IsDeclare) Keyword("declare ");
        PrintFunctionHead(function.IsAsync, function.IsGenerator, function.Id);
        PrintSignature(function.TypeParameters, function.Parameters, function.ReturnType);
        PrintFunctionBody(function.Body);
    }

    private void PrintFunctionExpression(FunctionExpression function)
    {
        int start = _output.Length;
        bool wrap = start == _statementStart || start == _exportDefaultStart;
        if (wrap) Write('(');
        SeparateWord();
        Map(function.Start);
        PrintFunctionHead(function.IsAsync, function.IsGenerator, function.Id);
        PrintSignature(function.TypeParameters, function.Parameters, function.ReturnType);
        if (function.Body is not null)
        {
            Space();
            PrintBlock(function.Body);
        }
        if (wrap) Write(')');
    }

    private void PrintFunctionHead(bool isAsync, bool isGenerator, BindingIdentifier? id)
    {
        Write(isAsync ? "async function" : "function");
        if (isGenerator) Write('*');
        if (id is null) return;
        if (!isGenerator) Write(' ');
        else Space();
        PrintBinding(id);
    }

    // An overload or an ambient function has no body.
    private void PrintFunctionBody(BlockStatement? body)
    {
        if (body is null)
        {
            Semicolon();
            return;
        }
        Space();
        PrintBlock(body);
    }

    private void PrintSignature(TSTypeParameterDeclaration? typeParameters, FormalParameter[] parameters, TSTypeAnnotation? returnType)
    {
        PrintTypeParameters(typeParameters);
        PrintParameters(parameters);
        PrintTypeAnnotation(returnType);
    }

    private void PrintParameters(FormalParameter[] parameters)
    {
        Write('(');
        for (int i = 0; i < parameters.Length; i++)
        {
            if (i > 0) Comma();
            PrintParameter(parameters[i]);
        }
        Write(')');
    }

    private void PrintParameter(FormalParameter parameter)
    {
        PrintInlineComments(parameter.Start);
        foreach (Decorator decorator in parameter.Decorators)
        {
            PrintDecorator(decorator);
            Write(' ');
        }
        if (parameter.Accessibility != Accessibility.None)
        {
            Write(parameter.Accessibility.ToText());
            Write(' ');
        }
        if (parameter.IsOverride) Keyword("override ");
        if (parameter.IsReadonly) Keyword("readonly ");
        if (parameter.IsRest) Write("...");
        PrintPattern(parameter.Pattern);
        if (parameter.IsOptional) Write('?');
        PrintTypeAnnotation(parameter.TypeAnnotation);
        PrintInitializer(parameter.Initializer, Forbid.Nothing);
    }

    private void PrintArrow(ArrowFunctionExpression arrow, int level, int forbid)
    {
        bool wrap = level >= Precedence.Assign;
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        Map(arrow.Start);
        if (arrow.IsAsync)
        {
            Keyword("async");
            Space();
        }
        PrintArrowParameters(arrow);
        Space();
        Write("=>");
        Space();
        if (arrow.Body is BlockStatement block)
        {
            PrintBlock(block);
        }
        else
        {
            _arrowBodyStart = _output.Length;
            PrintExpression((Expression)arrow.Body, Precedence.Comma, forbid & Forbid.In);
        }
        if (wrap) Write(')');
    }

    private void PrintArrowParameters(ArrowFunctionExpression arrow)
    {
        if (_minify && arrow is { TypeParameters: null, ReturnType: null, Parameters: [var only] } && IsBare(only))
        {
            PrintBinding((BindingIdentifier)only.Pattern);
            return;
        }
        // `<T,>(x: T) => x`: in a .tsx file `<T>` would open an element
        if (arrow.TypeParameters is { Params: [{ Constraint: null, Default: null }] } parameters)
        {
            WriteAngle();
            PrintTypeParameter(parameters.Params[0]);
            Write(",>");
        }
        else
        {
            PrintTypeParameters(arrow.TypeParameters);
        }
        PrintParameters(arrow.Parameters);
        PrintTypeAnnotation(arrow.ReturnType);
    }

    private static bool IsBare(FormalParameter parameter) =>
        parameter is { Pattern: BindingIdentifier, IsRest: false, IsOptional: false, TypeAnnotation: null, Initializer: null, Decorators.Length: 0, Accessibility: Accessibility.None, IsReadonly: false, IsOverride: false };

    private void PrintBinding(BindingIdentifier binding)
    {
        string text = TextOf(binding.SymbolId, binding.Name);
        SeparateWord();
        MapName(binding.Start, binding.Name, text);
        PrintName(text);
    }

    private void PrintPattern(Pattern pattern)
    {
        switch (pattern.Kind)
        {
            case NodeKind.BindingIdentifier: PrintBinding((BindingIdentifier)pattern); break;
            case NodeKind.ObjectPattern: PrintObjectPattern((ObjectPattern)pattern); break;
            case NodeKind.ArrayPattern: PrintArrayPattern((ArrayPattern)pattern); break;
            case NodeKind.AssignmentPattern: PrintAssignmentPattern((AssignmentPattern)pattern); break;
            case NodeKind.RestElement:
                Write("...");
                PrintTarget(((RestElement)pattern).Argument, Forbid.Nothing);
                break;
            default: throw new InvalidOperationException($"{pattern.Kind} is no pattern");
        }
    }

    // A pattern or what can be assigned to
    private void PrintTarget(Node target, int forbid)
    {
        if (target is Pattern pattern) PrintPattern(pattern);
        else PrintExpression((Expression)target, Precedence.Postfix, forbid);
    }

    private void PrintAssignmentPattern(AssignmentPattern pattern)
    {
        PrintTarget(pattern.Left, Forbid.Nothing);
        PrintInitializer(pattern.Right, Forbid.Nothing);
    }

    private void PrintArrayPattern(ArrayPattern pattern)
    {
        Write('[');
        for (int i = 0; i < pattern.Elements.Length; i++)
        {
            if (i > 0) Comma();
            Node? element = pattern.Elements[i];
            if (element is null)
            {
                if (i == pattern.Elements.Length - 1) Write(',');
                continue;
            }
            PrintInlineComments(element.Start);
            PrintTarget(element, Forbid.Nothing);
        }
        Write(']');
    }

    private void PrintObjectPattern(ObjectPattern pattern)
    {
        Write('{');
        if (pattern.Properties.Length > 0)
        {
            Space();
            for (int i = 0; i < pattern.Properties.Length; i++)
            {
                if (i > 0) Comma();
                PrintPatternElement(pattern.Properties[i]);
            }
            Space();
        }
        Write('}');
    }

    private void PrintPatternElement(Node element)
    {
        PrintInlineComments(element.Start);
        if (element is not PatternProperty property)
        {
            PrintPattern((Pattern)element);
            return;
        }
        Node target = property.Value is AssignmentPattern assignment ? assignment.Left : property.Value;
        if (!property.IsComputed && property.Key is IdentifierName key && (property.IsShorthand || _minify) && WrittenName(target) == key.Name)
        {
            PrintTarget(property.Value, Forbid.Nothing);
            return;
        }
        PrintKey(property.Key, property.IsComputed);
        Write(':');
        Space();
        PrintTarget(property.Value, Forbid.Nothing);
    }

    // The name a plain identifier comes out as; null for everything else.
    private string? WrittenName(Node node) => node switch
    {
        BindingIdentifier binding => TextOf(binding.SymbolId, binding.Name),
        IdentifierReference reference when !IsMember(reference) => TextOf(reference.SymbolId, reference.Name),
        _ => null,
    };
}
