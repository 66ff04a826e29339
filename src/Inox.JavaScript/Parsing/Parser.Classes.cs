using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // classes
{
    /// <summary>A class declaration from `class` on; TypeScript's `abstract` and `declare` have been taken.</summary>
    private ClassDeclaration ParseClassDeclaration(int start, Decorator[] decorators, bool isAbstract = false, bool isNameRequired = true)
    {
        ClassParts parts = ParseClassParts(isNameRequired, isExpression: false, isAbstract);
        return new(SpanFrom(start), decorators, parts.Id, parts.TypeParameters, parts.SuperClass, parts.SuperTypeArguments, parts.Implements, parts.Body, isAbstract);
    }

    private ClassExpression ParseClassExpression(int start, Decorator[] decorators)
    {
        ClassParts parts = ParseClassParts(isNameRequired: false, isExpression: true, isAbstract: false);
        return new(SpanFrom(start), decorators, parts.Id, parts.TypeParameters, parts.SuperClass, parts.SuperTypeArguments, parts.Implements, parts.Body);
    }

    private struct ClassParts
    {
        public BindingIdentifier? Id;
        public TSTypeParameterDeclaration? TypeParameters;
        public Expression? SuperClass;
        public TSTypeParameterInstantiation? SuperTypeArguments;
        public TSHeritage[] Implements;
        public ClassBody Body;
    }

    // `class` [BindingIdentifier] [TypeParameters] [`extends` LeftHandSideExpression] [`implements` ...] ClassBody; all of it strict
    private ClassParts ParseClassParts(bool isNameRequired, bool isExpression, bool isAbstract)
    {
        if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
        ClassParts parts = default;
        Expect(Token.Class);
        Context outer = _context;
        _context = (_context | Context.Strict | Context.LexicalBinding) & ~Context.LiftedByBrackets;
        bool hasName = Current.IsIdentifier && !(_isTypeScript && Current == Token.Implements && IsImplementsClause());
        if (hasName || (isNameRequired && !isExpression)) parts.Id = ParseBindingIdentifier();
        _context &= ~Context.LexicalBinding;
        parts.TypeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Class);
        if (Eat(Token.Extends)) ParseSuperClass(ref parts);
        parts.Implements = _isTypeScript ? ParseImplements(parts.SuperClass is not null) : [];
        parts.Body = ParseClassBody(parts.SuperClass is not null);
        if (_isTypeScript) CheckClassMembers(parts.Body, isAbstract);
        _context = outer;
        return parts;
    }

    private void ParseSuperClass(ref ClassParts parts)
    {
        Expression superClass = ParseLeftHandSide();
        if (IsBareArrow(superClass)) SyntaxError(ParseErrors.ArrowNeedsParentheses, superClass.Span);
        if (superClass is TSInstantiationExpression instantiation && _cover.LastParenthesized != superClass)
        {
            parts.SuperTypeArguments = instantiation.TypeArguments;
            superClass = instantiation.Expression;
        }
        // class A extends B<C> {: what follows the arguments is the body, not an operand
        else if (_isTypeScript && Current is Token.Less or Token.ShiftLeft) parts.SuperTypeArguments = ParseTypeArguments();
        parts.SuperClass = superClass;
    }

    private ClassBody ParseClassBody(bool isDerived)
    {
        int start = TokenStart;
        (int, int) outerNames = _privateNames.EnterClass();
        int mark = _nodes.Mark();
        int opened = Expect(Token.OpenBrace);
        bool hasConstructor = false;
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            if (Eat(Token.Semicolon)) continue;
            int memberStart = TokenStart;
            ClassElement member = ParseClassElement(isDerived, ref hasConstructor);
            _nodes.Push(member);
            if (_isPanicking) SynchronizeMember(memberStart);
        }
        ExpectClosing(Token.CloseBrace, opened);
        ClassElement[] body = _nodes.Take<ClassElement>(mark);
        _privateNames.LeaveClass(outerNames);
        return new(SpanFrom(start), body);
    }

    // To the `;` or the next line that may start a member.
    private void SynchronizeMember(int memberStart)
    {
        int errors = _errors.Count;
        if (TokenStart == memberStart) SkipToken();
        if (!EndedAtSemicolon()) while (!IsMemberSynchronized()) SkipToken();
        _unclosedBraces = 0;
        _unclosedParens = 0;
        _errors.Truncate(Math.Min(errors, _errors.Count));
        _isPanicking = false;
    }

    private bool IsMemberSynchronized() => Current switch
    {
        Token.EndOfFile => true,
        Token.Semicolon or Token.CloseBrace => _unclosedBraces <= 0,
        _ => HasNewLineBefore && IsPropertyName && _unclosedBraces <= 0,
    };

    private ClassElement ParseClassElement(bool isDerived, ref bool hasConstructor)
    {
        int start = TokenStart;
        Decorator[] decorators = Current == Token.At ? ParseDecorators() : [];
        MemberModifiers modifiers = default;
        ParseMemberModifiers(ref modifiers);
        if (modifiers.IsStatic && Current == Token.OpenBrace)
        {
            if (_isTypeScript) CheckStaticBlockModifiers(start, modifiers);
            return ParseStaticBlock(start, decorators);
        }
        if (_isTypeScript && Current == Token.OpenBracket && ParseClassIndexSignature(start, decorators, modifiers) is { } signature) return signature;
        if (Current == Token.Star)
        {
            if ((modifiers.Function & (FunctionFlags.Getter | FunctionFlags.Setter)) != 0 || modifiers.IsAccessor) ReportUnexpected();
            Next();
            modifiers.Function |= FunctionFlags.Generator;
        }
        bool isComputed = false;
        Node key = Current == Token.PrivateName ? ParsePrivateKey() : ParsePropertyKey(out isComputed);
        bool isOptional = _isTypeScript && Eat(Token.Question);
        bool isMethod = Current is Token.OpenParen or Token.Less || modifiers.Function != FunctionFlags.None;
        return isMethod
            ? FinishClassMethod(start, decorators, modifiers, key, isComputed, isOptional, isDerived, ref hasConstructor)
            : FinishField(start, decorators, modifiers, key, isComputed, isOptional);
    }

    private PrivateIdentifier ParsePrivateKey()
    {
        PrivateIdentifier key = new(TokenSpan, TokenValue);
        if (key.Name == "constructor") EarlyError(ParseErrors.PrivateConstructor, key.Span);
        Next();
        return key;
    }

    // A word is a modifier when the name of a member, or a further modifier, follows it.
    private void ParseMemberModifiers(ref MemberModifiers modifiers)
    {
        while (!HasEscape && IsMemberModifier())
        {
            // class A { static static() {} }
            if (Current == Token.Static && modifiers.IsStatic) return;
            switch (Current)
            {
                case Token.Static when !_isTypeScript:
                    modifiers.IsStatic = true;
                    break;
                case Token.Accessor when !_isTypeScript: modifiers.IsAccessor = true; break;
                case Token.Async when !_isTypeScript: modifiers.Function = FunctionFlags.Async; break;
                case Token.Get: modifiers.Function = FunctionFlags.Getter; break;
                case Token.Set: modifiers.Function = FunctionFlags.Setter; break;
                default:
                    TakeModifier(ref modifiers);
                    if (modifiers.Function != FunctionFlags.None) return;
                    continue;
            }
            Next();
            if (modifiers.Function != FunctionFlags.None || (modifiers.IsAccessor && !_isTypeScript)) return;
        }
    }

    private bool IsMemberModifier()
    {
        bool mayBreakLine = Current is Token.Static or Token.Get or Token.Set;
        bool isWord = mayBreakLine || Current is Token.Async or Token.Accessor || (_isTypeScript && IsTypeScriptModifier);
        if (!isWord) return false;
        Token next = Peek(out bool hasNewLine);
        if (hasNewLine && !mayBreakLine) return false;
        return next switch
        {
            Token.String or Token.Number or Token.BigInt or Token.OpenBracket or Token.PrivateName => true,
            Token.Star => Current is not (Token.Get or Token.Set or Token.Accessor),
            Token.OpenBrace => Current == Token.Static,
            _ => next.IsName,
        };
    }

    // ClassStaticBlock : `static` `{` StatementList `}`
    private StaticBlock ParseStaticBlock(int start, Decorator[] decorators)
    {
        if (decorators.Length > 0) EarlyError(ParseErrors.DecoratorPlace, decorators[0].Span);
        FunctionScope scope = EnterFunction((_context & Context.Inherited) | Context.NewTarget | Context.SuperProperty | Context.NoArguments | Context.StaticBlock);
        Statement[] body = ParseBracedStatements();
        LeaveFunction(scope);
        return new(SpanFrom(start), body);
    }

    private MethodDefinition FinishClassMethod(int start, Decorator[] decorators, in MemberModifiers modifiers, Node key, bool isComputed, bool isOptional, bool isDerived, ref bool hasConstructor)
    {
        FunctionFlags flags = modifiers.Function | FunctionFlags.Method;
        MethodKind kind = (flags & FunctionFlags.Getter) != 0 ? MethodKind.Get : (flags & FunctionFlags.Setter) != 0 ? MethodKind.Set : MethodKind.Method;
        if (modifiers.IsAccessor) ReportUnexpected();
        CheckMethodModifiers(modifiers, key);
        if (!isComputed && IsNamed(key, "constructor") && !modifiers.IsStatic)
        {
            if (modifiers.Function != FunctionFlags.None) EarlyError(ParseErrors.SpecialConstructor, key.Span, "a generator, async, a getter or a setter");
            kind = MethodKind.Constructor;
            flags |= FunctionFlags.Constructor | (isDerived ? FunctionFlags.DerivedConstructor : 0);
        }
        if (!isComputed && modifiers.IsStatic && IsNamed(key, "prototype")) EarlyError(ParseErrors.StaticPrototype, key.Span);
        FunctionExpression function = ParseMethod(flags);
        // the overloads of TypeScript share the name of what they are overloads of
        if (key is PrivateIdentifier name && (function.Body is not null || Has(Context.Ambient))) DeclarePrivate(name, kind, modifiers.IsStatic);
        if (kind == MethodKind.Constructor && function.Body is not null)
        {
            if (hasConstructor && !_isTypeScript) EarlyError(ParseErrors.DuplicateConstructor, key.Span);
            hasConstructor = true;
        }
        return new(SpanFrom(start), decorators, kind, key, function, modifiers.IsStatic, isComputed, isOptional, modifiers.IsAbstract, modifiers.IsOverride, modifiers.Accessibility);
    }

    private static bool IsNamed(Node key, string name) => key is IdentifierName identifier ? identifier.Name == name : key is StringLiteral literal && literal.Value == name;

    private void DeclarePrivate(PrivateIdentifier name, MethodKind kind, bool isStatic) => _privateNames.Declare(name.Name, kind switch
    {
        MethodKind.Get => PrivateRole.Getter,
        MethodKind.Set => PrivateRole.Setter,
        _ => PrivateRole.Other,
    }, isStatic, name.Span);

    // FieldDefinition
    private PropertyDefinition FinishField(int start, Decorator[] decorators, in MemberModifiers modifiers, Node key, bool isComputed, bool isOptional)
    {
        if (key is PrivateIdentifier name) _privateNames.Declare(name.Name, PrivateRole.Other, modifiers.IsStatic, name.Span);
        else if (!isComputed) CheckFieldName(key, modifiers.IsStatic);
        bool isDefinite = _isTypeScript && Current == Token.Not && !HasNewLineBefore && !isOptional;
        if (isDefinite) Next();
        TSTypeAnnotation? typeAnnotation = ParseOptionalTypeAnnotation();
        Expression? value = Current == Token.Assign ? ParseFieldInitializer() : null;
        ConsumeSemicolon();
        if (modifiers.IsAccessor) _features |= ProgramFeatures.Accessor;
        return new(SpanFrom(start), decorators, key, typeAnnotation, value, modifiers.IsStatic, isComputed, modifiers.IsAccessor, isOptional, isDefinite,
            modifiers.IsAbstract, modifiers.IsOverride, modifiers.IsReadonly, modifiers.IsDeclare, modifiers.Accessibility);
    }

    private void CheckFieldName(Node key, bool isStatic)
    {
        if (IsNamed(key, "constructor")) EarlyError(ParseErrors.FieldName, key.Span, "constructor");
        if (isStatic && IsNamed(key, "prototype")) EarlyError(ParseErrors.StaticPrototype, key.Span);
    }

    // The value is the body of a method without parameters.
    private Expression ParseFieldInitializer()
    {
        Next();
        FunctionScope scope = EnterFunction((_context & Context.Inherited) | Context.NewTarget | Context.SuperProperty | Context.NoArguments);
        Expression value = ParseAssignment();
        LeaveFunction(scope);
        return value;
    }

    // ---- decorators ----

    private Decorator[] ParseDecorators()
    {
        _features |= ProgramFeatures.Decorators;
        int mark = _nodes.Mark();
        while (Current == Token.At)
        {
            Decorator decorator = ParseDecorator();
            _nodes.Push(decorator);
        }
        return _nodes.Take<Decorator>(mark);
    }

    // Decorator : `@` ( `(` Expression `)` | Name { `.` Name } [Arguments] ); TypeScript takes any LeftHandSideExpression
    private Decorator ParseDecorator()
    {
        int start = Expect(Token.At);
        Context outer = _context;
        _context |= Context.Decorator;
        Expression expression = ParseLeftHandSide();
        _context = outer;
        if (!IsDecoratorExpression(expression)) EarlyError(ParseErrors.DecoratorPlace, expression.Span);
        return new(SpanFrom(start), expression);
    }

    private bool IsDecoratorExpression(Expression expression)
    {
        if (_text[_lexer.State.PreviousEnd - 1] == ')' && _cover.LastParenthesized == expression) return true;
        expression = WithoutAssertions(expression);
        if (expression is CallExpression { IsOptional: false } call) expression = WithoutAssertions(call.Callee);
        while (expression is MemberExpression { IsComputed: false, IsOptional: false } member && _cover.LastParenthesized != member) expression = WithoutAssertions(member.Object);
        return expression.Kind is NodeKind.IdentifierReference or NodeKind.InvalidExpression;
    }

    // @a! and @a<T>
    private static Expression WithoutAssertions(Expression expression) => expression switch
    {
        TSNonNullExpression assertion => WithoutAssertions(assertion.Expression),
        TSInstantiationExpression instantiation => WithoutAssertions(instantiation.Expression),
        _ => expression,
    };

    // `@a class {}`, `@a export class {}`
    private Statement ParseDecoratedStatement(int start, StatementPlace place)
    {
        CheckDeclarationPlace(place);
        Decorator[] decorators = ParseDecorators();
        if (Current == Token.Export) return ParseExport(start, place, decorators);
        if (Current == Token.Abstract && _isTypeScript && Peek() == Token.Class)
        {
            Next();
            return ParseClassDeclaration(start, decorators, isAbstract: true);
        }
        if (Current == Token.Class) return ParseClassDeclaration(start, decorators);
        SyntaxError(ParseErrors.DecoratorPlace, decorators[0].Span);
        return ParseStatement(place);
    }

    private Expression ParseDecoratedExpression()
    {
        int start = TokenStart;
        Decorator[] decorators = ParseDecorators();
        if (Current == Token.Class) return ParseClassExpression(start, decorators);
        SyntaxError(ParseErrors.DecoratorPlace, decorators[0].Span);
        return new InvalidExpression(SpanFrom(start));
    }
}
