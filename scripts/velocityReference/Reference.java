import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.minidev.json.JSONStyle;
import net.minidev.json.JSONValue;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.util.introspection.Info;

/**
 * Apache Velocity 1.7 with Jayway's JSONPath, as API Gateway has them (dialect "apigw") or as they come ("velocity17"). One JSON
 * request a line on stdin, one JSON reply a line on stdout; what a request holds is in referenceEngine.ts.
 */
public class Reference {
	static final ObjectMapper json = new ObjectMapper();
	static final Configuration paths = Configuration.defaultConfiguration();

	/** $input */
	public static class Input {
		private final String text;
		private final Map<String, Object> parameters = new LinkedHashMap<>();
		private Object document;

		Input(JsonNode request) {
			text = request.path("body").asText("");
			parameters.put("path", plain(request.get("path")));
			parameters.put("querystring", plain(request.get("query")));
			parameters.put("header", plain(request.get("headers")));
		}

		public String getBody() {
			return text.isEmpty() ? "{}" : text;
		}

		public Object path(String path) {
			if (document == null) document = paths.jsonProvider().parse(getBody());
			if (document == null) return null;
			try {
				return JsonPath.using(paths).parse(document).read(path);
			} catch (PathNotFoundException nothing) {
				return null;
			}
		}

		public String json(String path) {
			Object found = path(path);
			return found == null ? "\"\"" : JSONValue.toJSONString(found, JSONStyle.LT_COMPRESS);
		}

		public Map<String, Object> params() {
			return parameters;
		}

		public String params(String name) {
			for (Object place : parameters.values()) {
				Object found = ((Map<?, ?>) place).get(name);
				if (found != null) return String.valueOf(found);
			}
			return "";
		}

		@Override
		public String toString() {
			return "$input";
		}
	}

	/** $util */
	public static class Util {
		public String escapeJavaScript(String text) {
			return StringEscapeUtils.escapeJavaScript(text);
		}

		public Object parseJson(String text) {
			return text == null ? null : paths.jsonProvider().parse(text);
		}

		public String urlEncode(String text) throws Exception {
			return text == null ? null : URLEncoder.encode(text, "UTF-8");
		}

		public String urlDecode(String text) throws Exception {
			return text == null ? null : URLDecoder.decode(text, "UTF-8");
		}

		public String base64Encode(String text) {
			return text == null ? null : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		}

		public String base64Decode(String text) {
			return text == null ? null : new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
		}

		@Override
		public String toString() {
			return "$util";
		}
	}

	/** What has no value is an empty string. */
	public static class Empty implements InvalidReferenceEventHandler {
		public Object invalidGetMethod(Context context, String reference, Object object, String property, Info info) {
			return "";
		}

		public boolean invalidSetMethod(Context context, String left, String right, Info info) {
			return false;
		}

		public Object invalidMethod(Context context, String reference, Object object, String method, Info info) {
			return "";
		}
	}

	/** One dialect's engine, made anew when a template may have left something behind. */
	static final class Engines {
		private final boolean gateway;
		private VelocityEngine engine;

		Engines(boolean gateway) {
			this.gateway = gateway;
		}

		VelocityEngine next(String template) throws Exception {
			VelocityEngine current = engine == null ? start(gateway) : engine;
			// Its parsers remember the macros of every template they have read.
			engine = template.contains("macro") ? null : current;
			return current;
		}
	}

	static VelocityEngine start(boolean gateway) throws Exception {
		Properties properties = new Properties();
		properties.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
		properties.setProperty("file.resource.loader.path", "/nowhere");
		if (gateway) {
			properties.setProperty("velocimacro.permissions.allow.inline", "false");
			properties.setProperty("eventhandler.invalidreferences.class", "Reference$Empty");
		}
		VelocityEngine engine = new VelocityEngine();
		engine.init(properties);
		if (!gateway) return engine;
		// On API Gateway these come out as they are written.
		Field inside = VelocityEngine.class.getDeclaredField("ri");
		inside.setAccessible(true);
		Object runtime = inside.get(engine);
		Method remove = runtime.getClass().getMethod("removeDirective", String.class);
		for (String name : new String[] {"evaluate", "parse", "include"}) remove.invoke(runtime, name);
		return engine;
	}

	static Object plain(JsonNode node) {
		return node == null || node.isNull() ? new LinkedHashMap<String, Object>() : json.convertValue(node, Object.class);
	}

	static void fill(Map<String, Object> context, String name, String... maps) {
		if (context.containsKey(name)) return;
		Map<String, Object> overrides = new LinkedHashMap<>();
		for (String map : maps) overrides.put(map, new LinkedHashMap<String, Object>());
		context.put(name, overrides);
	}

	@SuppressWarnings("unchecked")
	static ObjectNode render(JsonNode request, VelocityEngine engine, int number) {
		ObjectNode reply = json.createObjectNode();
		Map<String, Object> context = (Map<String, Object>) plain(request.get("context"));
		fill(context, "requestOverride", "header", "path", "querystring");
		fill(context, "responseOverride", "header");
		String template = request.path("template").asText();
		StringWriter output = new Bounded();
		try {
			int repeat = request.path("repeat").asInt(0);
			long before = usedNanos();
			for (int i = 0; i < repeat; i++) {
				engine.evaluate(variables(request, context), new StringWriter(), "repeated", template);
			}
			if (repeat > 0) reply.put("ms", (usedNanos() - before) / 1e6);
			engine.evaluate(variables(request, context), output, "t" + number, template);
			reply.put("ok", true).put("output", output.toString());
		} catch (Throwable failure) {
			boolean endless = failure instanceof OutOfMemoryError || output.getBuffer().length() > 4_000_000;
			reply.put("ok", false).put("error", endless ? "timeout" : failure.getClass().getName()).put("message", String.valueOf(failure.getMessage()));
			position(failure, reply);
		}
		reply.set("requestOverride", tree(context.get("requestOverride")));
		reply.set("responseOverride", tree(context.get("responseOverride")));
		return reply;
	}

	/** What the process has used of the processors, the compiler and the collector of the JVM included. */
	static long usedNanos() {
		return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	static VelocityContext variables(JsonNode request, Map<String, Object> context) {
		VelocityContext variables = new VelocityContext();
		variables.put("input", new Input(request));
		variables.put("util", new Util());
		variables.put("context", context);
		variables.put("stageVariables", plain(request.get("stageVariables")));
		return variables;
	}

	static void position(Throwable failure, ObjectNode reply) {
		try {
			reply.put("line", (Integer) failure.getClass().getMethod("getLineNumber").invoke(failure));
			reply.put("column", (Integer) failure.getClass().getMethod("getColumnNumber").invoke(failure));
		} catch (ReflectiveOperationException none) {
			// Not every failure has a position.
		}
	}

	/** Null for what cannot be written as JSON, such as a map that holds itself. */
	static JsonNode tree(Object value) {
		try {
			return json.readTree(json.writeValueAsString(value));
		} catch (Exception | StackOverflowError unwritable) {
			return json.nullNode();
		}
	}

	/** What a few lines can grow to has no end. */
	static class Bounded extends StringWriter {
		private static final int longest = 5_000_000;

		@Override
		public void write(String text) {
			if (getBuffer().length() + text.length() > longest) throw new IllegalStateException("the output is too long");
			super.write(text);
		}
	}

	/** Templates may nest deep, so the thread that renders has a big stack. */
	static ExecutorService worker() {
		return Executors.newSingleThreadExecutor(
			task -> {
				Thread thread = new Thread(null, task, "render", 256L << 20);
				thread.setDaemon(true);
				return thread;
			});
	}

	public static void main(String[] arguments) throws Exception {
		PrintStream replies = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
		System.setOut(System.err);
		BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		Engines gateway = new Engines(true);
		Engines apache = new Engines(false);
		ExecutorService worker = worker();
		int number = 0;
		for (String line; (line = requests.readLine()) != null; ) {
			JsonNode request = json.readTree(line);
			VelocityEngine engine = ("velocity17".equals(request.path("dialect").asText()) ? apache : gateway).next(request.path("template").asText());
			int current = number++;
			Future<ObjectNode> rendering = worker.submit(() -> render(request, engine, current));
			try {
				replies.println(json.writeValueAsString(rendering.get(request.path("timeoutMs").asLong(5000), TimeUnit.MILLISECONDS)));
			} catch (TimeoutException late) {
				// A thread cannot be stopped; whoever asks starts this program again.
				replies.println("{\"ok\":false,\"error\":\"timeout\"}");
				replies.flush();
				System.exit(3);
			}
			if (!requests.ready()) replies.flush();
		}
		replies.flush();
	}
}
