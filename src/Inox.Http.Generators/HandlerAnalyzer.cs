using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Inox.Http.Generators;

/// <summary>Tells what handlers have wrong: each alone as it is read, and at the end what must hold between them all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.MalformedPattern, Descriptors.UnboundParameter, Descriptors.NotCallable, Descriptors.Unbindable, Descriptors.TwoBodies,
        Descriptors.MissingState, Descriptors.NoJsonShape, Descriptors.Collision, Descriptors.NeverMatches, Descriptors.UnreachableCatcher,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("Inox.Http.RouteAttribute") is null) return;
            Collector collector = new();
            start.RegisterSymbolAction(collector.TakeMethod, SymbolKind.Method);
            start.RegisterSymbolAction(collector.TakeType, SymbolKind.NamedType);
            start.RegisterOperationAction(TellLocal, OperationKind.LocalFunction);
            start.RegisterOperationAction(collector.TakeCall, OperationKind.Invocation);
            start.RegisterCompilationEndAction(collector.Finish);
        });
    }

    // Only a method has a name that a table could call: a local function with a route would be passed over in silence.
    private static void TellLocal(OperationAnalysisContext context)
    {
        IMethodSymbol function = ((ILocalFunctionOperation)context.Operation).Symbol;
        if (HandlerReader.IsHandler(function)) context.ReportDiagnostic(Diagnostic.Create(Descriptors.NotCallable, function.Locations[0], function.Name, "a method of a class"));
    }

    private sealed class Collector
    {
        private readonly ConcurrentBag<(IMethodSymbol Method, HandlerModel Model)> _handlers = [];
        private readonly ConcurrentDictionary<string, string> _known = new();
        private readonly ConcurrentDictionary<string, bool> _states = new();

        public void TakeMethod(SymbolAnalysisContext context)
        {
            List<Finding> findings = [];
            IMethodSymbol method = (IMethodSymbol)context.Symbol;
            if (HandlerReader.Read(method, findings, context.CancellationToken) is { } model) _handlers.Add((method, model));
            foreach (Finding finding in findings) context.ReportDiagnostic(finding.ToDiagnostic());
        }

        public void TakeType(SymbolAnalysisContext context)
        {
            if (JsonContextReader.Read((INamedTypeSymbol)context.Symbol) is not { } model) return;
            foreach (string type in model.Known) _known[type] = model.Type;
        }

        public void TakeCall(OperationAnalysisContext context)
        {
            IMethodSymbol target = ((IInvocationOperation)context.Operation).TargetMethod;
            if (target.Name == "AddState" && target.ContainingType.IsInox("HttpApp")) _states[target.TypeArguments[0].Full()] = true;
        }

        public void Finish(CompilationAnalysisContext context)
        {
            (IMethodSymbol Method, HandlerModel Model)[] handlers = [.. _handlers.OrderBy(pair => pair.Model.Call, StringComparer.Ordinal)];
            Dictionary<string, HandlerModel> seen = [];
            List<RouteModel> routes = [.. handlers.SelectMany(pair => pair.Model.Routes)];
            // A library's state is added by the program that mounts it.
            bool isProgram = context.Compilation.Options.OutputKind is not (OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule);
            foreach ((IMethodSymbol method, HandlerModel model) in handlers)
            {
                CheckRoutes(context, method, model, seen);
                foreach (string type in RouteRules.UnknownShapes(model, _known)) Report(context, Descriptors.NoJsonShape, PlaceOf(method, type), Shorten(type));
                foreach (ParameterModel parameter in model.Parameters.Where(each => isProgram && each.Value.Kind == BindingKind.State && !_states.ContainsKey(each.Value.Type)))
                    Report(context, Descriptors.MissingState, PlaceOf(method, parameter.Value.Type), Shorten(parameter.Value.Type));
                CheckCatchers(context, method, model, routes);
            }
        }

        private static void CheckRoutes(CompilationAnalysisContext context, IMethodSymbol method, HandlerModel model, Dictionary<string, HandlerModel> seen)
        {
            AttributeData[] attributes = [.. method.GetAttributes().Where(TypeNames.IsRoute)];
            for (int i = 0; i < model.Routes.Count; i++)
            {
                RouteModel route = model.Routes[i];
                string identity = RouteRules.Identity(route);
                if (!seen.TryGetValue(identity, out HandlerModel? other)) seen[identity] = model;
                else Report(context, Descriptors.Collision, HandlerReader.PlaceIn(attributes[i], 0, attributes[i].ConstructorArguments.Last().Value is string text ? text.Length : 1), route.Method, route.Pattern.Text,
                    other.Routes.First(each => RouteRules.Identity(each) == identity).Pattern.Text, other.Title);
            }
        }

        private static void CheckCatchers(CompilationAnalysisContext context, IMethodSymbol method, HandlerModel model, List<RouteModel> routes)
        {
            AttributeData[] attributes = [.. method.GetAttributes().Where(attribute => attribute.AttributeClass!.IsInox("CatchAttribute"))];
            for (int i = 0; i < model.Catchers.Count; i++)
            {
                if (RouteRules.WhyUnreachable(model.Catchers[i], routes) is { } why)
                    Report(context, Descriptors.UnreachableCatcher, attributes[i].ApplicationSyntaxReference!.GetSyntax().GetLocation(), why);
            }
        }

        private static void Report(CompilationAnalysisContext context, DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
            context.ReportDiagnostic(Diagnostic.Create(descriptor, location, [.. arguments]));

        // The type where it is written: of a parameter, or of what is returned.
        private static Location PlaceOf(IMethodSymbol method, string type)
        {
            if (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not MethodDeclarationSyntax syntax) return method.Locations[0];
            string name = Shorten(type);
            foreach (TypeSyntax written in syntax.ParameterList.Parameters.Select(parameter => parameter.Type!).Append(syntax.ReturnType))
            {
                foreach (TypeSyntax part in written.DescendantNodesAndSelf().OfType<TypeSyntax>())
                {
                    if (part.ToString() == name || part.ToString().EndsWith("." + name, StringComparison.Ordinal)) return part.GetLocation();
                }
            }
            return syntax.Identifier.GetLocation();
        }

        private static string Shorten(string type)
        {
            int generic = type.IndexOf('<');
            string head = generic < 0 ? type : type.Substring(0, generic);
            string name = head.Substring(Math.Max(head.LastIndexOf('.'), head.LastIndexOf(':')) + 1);
            if (generic < 0) return name;
            string inside = type.Substring(generic + 1, type.LastIndexOf('>') - generic - 1);
            return $"{name}<{string.Join(", ", inside.Split(',').Select(part => Shorten(part.Trim())))}>{type.Substring(type.LastIndexOf('>') + 1)}";
        }
    }
}
