using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    private void PrintExpression(Expression expression, int level, int forbid)
    {
        if (NeedsFreshStack()) PrintExpressionOnFreshStack(expression, level, forbid);
        else DispatchExpression(expression, level, forbid);
        _depth--;
    }

    // Apart, because a method that captures its parameters allocates for them whenever it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PrintExpressionOnFreshStack(Expression expression, int level, int forbid) =>
        DeepStack.Run(() => DispatchExpression(expression, level, forbid));

    private void DispatchExpression(Expression expression, int level, int forbid)
    {
        switch (expression.Kind)
        {
            case NodeKind.IdentifierReference: PrintReference((IdentifierReference)expression); break;
            case NodeKind.MemberExpression: PrintMember((MemberExpression)expression, forbid); break;
            case NodeKind.CallExpression: PrintCall((CallExpression)expression, level, forbid); break;
            case NodeKind.StringLiteral:
                Map(expression.Start);
                PrintString(((StringLiteral)expression).Value, allowTemplate: _shortensToEs2015);
                break;
            case NodeKind.NumericLiteral: PrintNumber(((NumericLiteral)expression).Value, level); break;
            case NodeKind.BinaryExpression: PrintBinary((BinaryExpression)expression, level, forbid); break;
            case NodeKind.LogicalExpression: PrintLogical((LogicalExpression)expression, level, forbid); break;
            case NodeKind.AssignmentExpression: PrintAssignment((AssignmentExpression)expression, level, forbid); break;
            case NodeKind.FunctionExpression: PrintFunctionExpression((FunctionExpression)expression); break;
            case NodeKind.ArrowFunctionExpression: PrintArrow((ArrowFunctionExpression)expression, level, forbid); break;
            case NodeKind.ObjectExpression: PrintObject((ObjectExpression)expression); break;
            case NodeKind.ArrayExpression: PrintArray((ArrayExpression)expression); break;
            case NodeKind.ThisExpression: PrintWord(expression, "this"); break;
            case NodeKind.Super: PrintWord(expression, "super"); break;
            case NodeKind.NullLiteral: PrintWord(expression, "null"); break;
            case NodeKind.BooleanLiteral: PrintBoolean((BooleanLiteral)expression, level); break;
            case NodeKind.UnaryExpression: PrintUnary((UnaryExpression)expression, level); break;
            case NodeKind.UpdateExpression: PrintUpdate((UpdateExpression)expression, level); break;
            case NodeKind.ConditionalExpression: PrintConditional((ConditionalExpression)expression, level, forbid); break;
            case NodeKind.SequenceExpression: PrintSequence((SequenceExpression)expression, level, forbid); break;
            case NodeKind.NewExpression: PrintNew((NewExpression)expression, level); break;
            case NodeKind.TemplateLiteral: PrintTemplate((TemplateLiteral)expression, isTagged: false); break;
            case NodeKind.TaggedTemplateExpression: PrintTaggedTemplate((TaggedTemplateExpression)expression, forbid); break;
            case NodeKind.SpreadElement:
                Write("...");
                PrintExpression(((SpreadElement)expression).Argument, Precedence.Comma, Forbid.Nothing);
                break;
            case NodeKind.ClassExpression: PrintClassExpression((ClassExpression)expression); break;
            case NodeKind.ChainExpression: PrintChain((ChainExpression)expression, level, forbid); break;
            case NodeKind.AwaitExpression: PrintAwait((AwaitExpression)expression, level); break;
            case NodeKind.YieldExpression: PrintYield((YieldExpression)expression, level, forbid); break;
            case NodeKind.RegExpLiteral: PrintRegExp((RegExpLiteral)expression); break;
            case NodeKind.BigIntLiteral:
                SeparateWord();
                Write(((BigIntLiteral)expression).Value);
                Write('n');
                break;
            case NodeKind.ImportExpression: PrintImportCall((ImportExpression)expression, level, forbid); break;
            case NodeKind.MetaProperty:
                PrintWord(expression, ((MetaProperty)expression).Meta.Name);
                Write('.');
                Write(((MetaProperty)expression).Property.Name);
                break;
            case NodeKind.JSXElement: PrintJsxElement((JSXElement)expression); break;
            case NodeKind.JSXFragment: PrintJsxFragment((JSXFragment)expression); break;
            case NodeKind.InvalidExpression: break;
            default:
                if (!PrintTypeScriptExpression(expression, level, forbid)) throw new InvalidOperationException($"{expression.Kind} is no expression");
                break;
        }
    }

    private void PrintWord(Node node, string word)
    {
        SeparateWord();
        Map(node.Start);
        Write(word);
    }

    private void PrintReference(IdentifierReference reference)
    {
        string text = TextOf(reference.SymbolId, reference.Name);
        SeparateWord();
        int start = _output.Length;
        MapName(reference.Start, reference.Name, text);
        // `(let)[0]`, `for ((let).x of y)`: bare, `let` would start a declaration
        if (text == "let" && (start == _statementStart || start == _forInitStart))
        {
            Write("(let)");
            return;
        }
        PrintName(text);
    }

    private void PrintMember(MemberExpression member, int forbid)
    {
        PrintExpression(member.Object, Precedence.Postfix, forbid & Forbid.Call);
        if (!member.IsComputed)
        {
            if (member.IsOptional) Write('?');
            // `1..x`: the first point belongs to the number
            else if (_integerEnd == _output.Length) Write('.');
            Write('.');
            Map(member.Property.Start);
            PrintPropertyName(member.Property);
            return;
        }
        if (member.IsOptional) Write("?.");
        Write('[');
        PrintExpression((Expression)member.Property, Precedence.Lowest, Forbid.Nothing);
        Write(']');
    }

    private void PrintPropertyName(Node name)
    {
        if (name is PrivateIdentifier @private)
        {
            Write('#');
            PrintName(@private.Name);
        }
        else
        {
            PrintName(((IdentifierName)name).Name);
        }
    }

    private void PrintChain(ChainExpression chain, int level, int forbid)
    {
        // `(a?.b).c`: the chain ends at the parenthesis; `new (a?.b)()`
        if (level < Precedence.Postfix)
        {
            PrintExpression(chain.Expression, level, forbid);
            return;
        }
        Write('(');
        PrintExpression(chain.Expression, Precedence.Lowest, Forbid.Nothing);
        Write(')');
    }

    private void PrintCall(CallExpression call, int level, int forbid)
    {
        bool isAnnotated = call.IsPure && !_minify;
        bool wrap = level >= Precedence.New || (forbid & Forbid.Call) != 0 || (isAnnotated && level >= Precedence.Postfix);
        if (wrap) Write('(');
        if (isAnnotated) WritePure();
        PrintCallee(call.Callee);
        if (call.IsOptional) Write("?.");
        PrintTypeArguments(call.TypeArguments);
        PrintArguments(call.Arguments, keepsQuotes: _prefersTemplates && IsReadByTools(call.Callee));
        if (wrap) Write(')');
    }

    private static bool IsReadByTools(Expression callee) =>
        callee is IdentifierReference { Name: "require" } or MemberExpression { Property: IdentifierName { Name: "defineProperty" or "resolve" } };

    // What starts behind the comment still starts the statement.
    private void WritePure()
    {
        int start = _output.Length;
        SeparateWord();
        Write("/* @__PURE__ */ ");
        int end = _output.Length;
        if (_statementStart == start) _statementStart = end;
        if (_exportDefaultStart == start) _exportDefaultStart = end;
        if (_arrowBodyStart == start) _arrowBodyStart = end;
    }

    private void PrintCallee(Expression callee)
    {
        // `(0, ns.x)()`: the module object is not what `this` is in the call
        if (callee is IdentifierReference reference && IsMember(reference))
        {
            Write(_minify ? "(0," : "(0, ");
            PrintReference(reference);
            Write(')');
            return;
        }
        PrintExpression(callee, Precedence.Postfix, Forbid.Nothing);
    }

    private void PrintArguments(Expression[] arguments, bool keepsQuotes = false)
    {
        Write('(');
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i > 0) Comma();
            if (_comments.Length > 0) PrintInlineComments(arguments[i].Start);
            PrintArgument(arguments[i], keepsQuotes);
        }
        Write(')');
    }

    private void PrintNew(NewExpression node, int level)
    {
        bool isAnnotated = node.IsPure && !_minify;
        bool wrap = level >= Precedence.Call || (isAnnotated && level >= Precedence.Postfix);
        if (wrap) Write('(');
        if (isAnnotated) WritePure();
        PrintWord(node, "new");
        Space();
        if (node.Callee is IdentifierReference reference && IsMember(reference)) PrintReference(reference);
        else PrintExpression(node.Callee, Precedence.New, Forbid.Call);
        PrintTypeArguments(node.TypeArguments);
        // `new X` when nothing behind it could be taken for its arguments or members
        if (!_minify || node.Arguments.Length > 0 || (level >= Precedence.Postfix && !wrap)) PrintArguments(node.Arguments);
        if (wrap) Write(')');
    }

    private void PrintArgument(Expression argument, bool keepsQuotes)
    {
        if (!keepsQuotes || argument is not StringLiteral text)
        {
            PrintExpression(argument, Precedence.Comma, Forbid.Nothing);
            return;
        }
        Map(text.Start);
        PrintString(text.Value, allowTemplate: false);
    }

    private void PrintImportCall(ImportExpression node, int level, int forbid)
    {
        bool wrap = level >= Precedence.New || (forbid & Forbid.Call) != 0;
        if (wrap) Write('(');
        PrintWord(node, "import");
        if (node.Phase != ImportPhase.Evaluation)
        {
            Write('.');
            Write(node.Phase.ToText());
        }
        Write('(');
        PrintInlineComments(node.Source.Start);
        PrintArgument(node.Source, keepsQuotes: true);
        if (node.Options is not null)
        {
            Comma();
            PrintExpression(node.Options, Precedence.Comma, Forbid.Nothing);
        }
        Write(')');
        if (wrap) Write(')');
    }

    private void PrintTaggedTemplate(TaggedTemplateExpression node, int forbid)
    {
        if (node.Tag is IdentifierReference reference && IsMember(reference)) PrintCallee(reference);
        else PrintExpression(node.Tag, Precedence.Postfix, forbid & Forbid.Call);
        PrintTypeArguments(node.TypeArguments);
        PrintTemplate(node.Quasi, isTagged: true);
    }

    private void PrintArray(ArrayExpression array)
    {
        Write('[');
        bool isTall = !_minify && array.Elements is [{ } first, ..] && StartsOnNewLine(array, first);
        if (isTall) _indentation++;
        for (int i = 0; i < array.Elements.Length; i++)
        {
            if (i > 0) Write(',');
            if (isTall) BreakLine();
            else if (i > 0) Space();
            PrintArrayElement(array.Elements[i], isLast: i == array.Elements.Length - 1);
        }
        if (isTall)
        {
            _indentation--;
            BreakLine();
        }
        Write(']');
    }

    private void PrintArrayElement(Expression? element, bool isLast)
    {
        if (element is null)
        {
            if (isLast) Write(',');
            return;
        }
        if (_comments.Length > 0) PrintInlineComments(element.Start);
        PrintExpression(element, Precedence.Comma, Forbid.Nothing);
    }

    private void BreakLine()
    {
        Write('\n');
        Indent();
    }

    // A list is written tall when its first element stood on a new line.
    private bool StartsOnNewLine(Node list, Node first)
    {
        if (_source is null || first.Start <= list.Start || first.Start > list.End || list.End > _source.Text.Length) return false;
        return _source.Text.AsSpan(list.Start, first.Start - list.Start).Contains('\n');
    }

    private void PrintObject(ObjectExpression node)
    {
        int start = _output.Length;
        bool wrap = start == _statementStart || start == _arrowBodyStart || start == _exportDefaultStart;
        if (wrap) Write('(');
        Write('{');
        if (node.Properties.Length > 0)
        {
            if (!_minify && StartsOnNewLine(node, node.Properties[0])) PrintTallProperties(node);
            else PrintFlatProperties(node.Properties);
        }
        Write('}');
        if (wrap) Write(')');
    }

    private void PrintFlatProperties(Node[] properties)
    {
        Space();
        for (int i = 0; i < properties.Length; i++)
        {
            if (i > 0) Comma();
            if (_comments.Length > 0) PrintInlineComments(properties[i].Start);
            PrintProperty(properties[i]);
        }
        Space();
    }

    private void PrintTallProperties(ObjectExpression node)
    {
        Write('\n');
        _indentation++;
        for (int i = 0; i < node.Properties.Length; i++)
        {
            Node property = node.Properties[i];
            PrintLeadingComments(property.Start);
            Indent();
            PrintProperty(property);
            if (i < node.Properties.Length - 1) Write(',');
            PrintTrailingComments(property.End);
            Write('\n');
        }
        PrintDanglingComments(node.End);
        _indentation--;
        Indent();
    }

    private void PrintProperty(Node node)
    {
        if (node is not Property property)
        {
            PrintExpression((Expression)node, Precedence.Comma, Forbid.Nothing);
            return;
        }
        if (property.IsMethod || property.PropertyKind != PropertyKind.Init)
        {
            PrintMethodProperty(property);
            return;
        }
        if (!property.IsComputed && property.Key is IdentifierName key && PrintsShort(property, key.Name))
        {
            PrintExpression(property.Value, Precedence.Comma, Forbid.Nothing);
            return;
        }
        // `{ __proto__ }` makes a property, `{ __proto__: renamed }` would set the prototype
        if (property.IsShorthand && property.Key is IdentifierName { Name: "__proto__" })
        {
            Write("[\"__proto__\"]");
        }
        else
        {
            Map(property.Key.Start);
            PrintKey(property.Key, property.IsComputed);
        }
        Write(':');
        Space();
        PrintExpression(property.Value, Precedence.Comma, Forbid.Nothing);
    }

    private bool PrintsShort(Property property, string key)
    {
        // an AssignmentExpression stands there in `({ a = 1 })`, which is an error unless it becomes a pattern
        if (property.Value is not IdentifierReference) return property.IsShorthand;
        return (property.IsShorthand || (_shortensToEs2015 && key != "__proto__")) && WrittenName(property.Value) == key;
    }

    private void PrintMethodProperty(Property property)
    {
        FunctionExpression function = (FunctionExpression)property.Value;
        Map(property.Start);
        if (property.PropertyKind != PropertyKind.Init)
        {
            WriteModifier(property.PropertyKind.ToText());
        }
        PrintMethod(property.Key, property.IsComputed, isOptional: false, function);
    }

    // `async *key(parameters) { body }`
    private void PrintMethod(Node key, bool isComputed, bool isOptional, FunctionExpression function)
    {
        if (function.IsAsync)
        {
            Keyword("async");
            Space();
        }
        if (function.IsGenerator) Write('*');
        Map(key.Start);
        PrintKey(key, isComputed);
        if (isOptional) Write('?');
        PrintSignature(function.TypeParameters, function.Parameters, function.ReturnType);
        PrintFunctionBody(function.Body);
    }

    private void PrintKey(Node key, bool isComputed)
    {
        if (isComputed)
        {
            Write('[');
            PrintExpression((Expression)key, Precedence.Comma, Forbid.Nothing);
            Write(']');
            return;
        }
        switch (key.Kind)
        {
            case NodeKind.IdentifierName:
                SeparateWord();
                PrintName(((IdentifierName)key).Name);
                break;
            case NodeKind.PrivateIdentifier: PrintPropertyName(key); break;
            case NodeKind.StringLiteral: PrintString(((StringLiteral)key).Value, allowTemplate: false); break;
            default: PrintExpression((Expression)key, Precedence.Comma, Forbid.Nothing); break;
        }
    }
}
