/* The policies of chapters 1 and 3 in plain scalar C, one run after the other: what a careful programmer
   would write without vector instructions. Compiled on the spot by run.py with gcc -O3 -march=native.
   Same definitions as simlib: ties go to the first arm, and each run deals the arms in its own order; regret is
   recorded at the end. All policies make their choices from scratch, but for what a programmer would keep in a
   table without thinking twice. */
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct { uint64_t s[4]; } rng_t; /* xoshiro256+ (Blackman and Vigna) */

static inline uint64_t rotl(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

static inline double uniform(rng_t *r) {
    uint64_t *s = r->s, result = s[0] + s[3], t = s[1] << 17;
    s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]; s[2] ^= t; s[3] = rotl(s[3], 45);
    return (result >> 11) * 0x1p-53;
}

static void seed_rng(rng_t *r, uint64_t x) { /* SplitMix64 */
    for (int i = 0; i < 4; i++) {
        uint64_t z = (x += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        r->s[i] = z ^ (z >> 31);
    }
}

static int first_best(const double *x) {
    int arm = 0;
    double best = x[0];
    for (int k = 1; k < K; k++) if (x[k] > best) { best = x[k]; arm = k; }
    return arm;
}

/* each run deals the arms in its own random order, as simlib does */
static void deal(rng_t *r, const double *means, double *p) {
    for (int k = 0; k < K; k++) p[k] = means[k];
    for (int k = K - 1; k > 0; k--) {
        int j = (int)(uniform(r) * (k + 1));
        double x = p[k]; p[k] = p[j]; p[j] = x;
    }
}

#define RUNS(NAME, ARGS) \
void NAME(const double *means, long horizon, long runs, uint64_t seed, ARGS, double *regret) { \
    double top = 0; \
    for (int k = 0; k < K; k++) if (means[k] > top) top = means[k]; \
    for (long run = 0; run < runs; run++) { \
        rng_t r; seed_rng(&r, seed + 1000003ULL * run); \
        double p[K], mean[K] = {0}, total = 0; long pulls[K] = {0}; \
        deal(&r, means, p);

#define PULL(arm) \
        double reward = uniform(&r) < p[arm]; \
        pulls[arm]++; mean[arm] += (reward - mean[arm]) / pulls[arm]; total += top - p[arm];

#define END regret[run] = total; } }

/* sqrt(2 log t) for all rounds, once for all runs */
static double *radius_table(long horizon, double scale) {
    double *c = malloc((horizon + 1) * sizeof *c);
    for (long t = 1; t <= horizon; t++) c[t] = scale * sqrt(2 * log((double)t));
    return c;
}

RUNS(ucb1, const double *c)
    double width[K]; /* 1 / sqrt(pulls), kept because only one of them changes in a round */
    for (long t = 1; t <= horizon; t++) {
        int arm = t - 1;
        if (t > K) {
            double best = -1;
            for (int k = 0; k < K; k++) {
                double index = mean[k] + c[t] * width[k];
                if (index > best) { best = index; arm = k; }
            }
        }
        PULL(arm)
        width[arm] = 1 / sqrt((double)pulls[arm]);
    }
END

void ucb1_scaled(const double *means, long horizon, long runs, uint64_t seed, double scale, double *regret) {
    double *c = radius_table(horizon, scale);
    ucb1(means, horizon, runs, seed, c, regret);
    free(c);
}

RUNS(epsilon_greedy, double epsilon)
    for (long t = 1; t <= horizon; t++) {
        int arm = uniform(&r) < epsilon ? (int)(uniform(&r) * K) : first_best(mean);
        PULL(arm)
    }
END

RUNS(explore_first, double n_explore)
    int chosen = 0;
    for (long t = 1; t <= horizon; t++) {
        int arm = t <= n_explore * K ? (t - 1) % K : chosen;
        PULL(arm)
        if (t == (long)n_explore * K) chosen = first_best(mean);
    }
END

RUNS(decaying_epsilon_greedy, const double *epsilon)
    for (long t = 1; t <= horizon; t++) {
        int arm = uniform(&r) < epsilon[t] ? (int)(uniform(&r) * K) : first_best(mean);
        PULL(arm)
    }
END

void decaying_scaled(const double *means, long horizon, long runs, uint64_t seed, double scale, double *regret) {
    double *epsilon = malloc((horizon + 1) * sizeof *epsilon);
    for (long t = 1; t <= horizon; t++) epsilon[t] = scale * cbrt(K * log((double)t) / t);
    decaying_epsilon_greedy(means, horizon, runs, seed, epsilon, regret);
    free(epsilon);
}

RUNS(ucb_v, double zeta)
    for (long t = 1; t <= horizon; t++) {
        int arm = t - 1;
        if (t > K) {
            double index[K], level = zeta * log((double)t);
            for (int k = 0; k < K; k++) {
                double variance = mean[k] * (1 - mean[k]); /* of coins */
                index[k] = mean[k] + sqrt(2 * variance * level / pulls[k]) + 3 * level / pulls[k];
            }
            arm = first_best(index);
        }
        PULL(arm)
    }
END

RUNS(moss, double unused)
    (void)unused;
    double index[K]; /* an arm's index changes with its pulls only */
    for (long t = 1; t <= horizon; t++) {
        int arm = t <= K ? (int)(t - 1) : first_best(index);
        PULL(arm)
        index[arm] = mean[arm] + sqrt(fmax(0, log((double)horizon / (K * pulls[arm]))) / pulls[arm]);
    }
END

RUNS(successive_elimination, double scale)
    int active[K], n_active = K, place = 0;
    for (int k = 0; k < K; k++) active[k] = k;
    for (long t = 1; t <= horizon; t++) {
        int arm = active[place++];
        PULL(arm)
        if (place == n_active) {
            double radius = scale * sqrt(2 * log((double)horizon) / pulls[arm]), lower = -DBL_MAX;
            for (int i = 0; i < n_active; i++) lower = fmax(lower, mean[active[i]] - radius);
            int kept = 0;
            for (int i = 0; i < n_active; i++) if (mean[active[i]] + radius >= lower) active[kept++] = active[i];
            n_active = kept;
            place = 0;
        }
    }
END

/* a standard normal number by the ziggurat of Marsaglia and Tsang (2000): 256 layers of equal area under
   exp(-x^2/2); the number is inside a layer's rectangle 99 times in 100, and then one multiplication is all */
static double edge[257], inside[256];

void cut_layers(void) { /* once, before the first normal number */
    const double start = 3.6541528853610088, area = 0.00492867323399;
    edge[0] = area * exp(0.5 * start * start);
    edge[1] = start;
    for (int i = 1; i < 255; i++)
        edge[i + 1] = sqrt(-2 * log(area / edge[i] + exp(-0.5 * edge[i] * edge[i])));
    edge[256] = 0;
    for (int i = 0; i < 256; i++) inside[i] = edge[i + 1] / edge[i];
}

static double normal(rng_t *r) {
    for (;;) {
        uint64_t bits = (uint64_t)(uniform(r) * 0x1p53); /* 8 of them choose the layer, the others the place */
        int layer = bits & 255;
        double u = (double)(int64_t)(bits >> 8) * 0x1p-44 - 1;
        if (fabs(u) < inside[layer]) return u * edge[layer];
        if (layer == 0) { /* the tail beyond the last layer */
            double x, y;
            do { x = -log(1 - uniform(r)) / edge[1]; y = -log(1 - uniform(r)); } while (2 * y < x * x);
            return u < 0 ? -(edge[1] + x) : edge[1] + x;
        }
        double x = u * edge[layer];
        double low = exp(-0.5 * edge[layer] * edge[layer]), high = exp(-0.5 * edge[layer + 1] * edge[layer + 1]);
        if (low + uniform(r) * (high - low) < exp(-0.5 * x * x)) return x;
    }
}

/* Beta(a, b) as a ratio of gammas, each by Marsaglia and Tsang's method for shapes of at least 1 */
static double gamma_draw(rng_t *r, double shape) { /* shape >= 1 */
    double d = shape - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;) {
        double x = normal(r), v = 1 + c * x;
        if (v <= 0) continue;
        v = v * v * v;
        double u = uniform(r);
        if (u < 1 - 0.0331 * x * x * x * x || log(u) < 0.5 * x * x + d * (1 - v + log(v))) return d * v;
    }
}

RUNS(thompson, double prior)
    for (long t = 1; t <= horizon; t++) {
        double draw[K];
        for (int k = 0; k < K; k++) {
            double heads = gamma_draw(&r, prior + mean[k] * pulls[k]);
            draw[k] = heads / (heads + gamma_draw(&r, prior + (1 - mean[k]) * pulls[k]));
        }
        int arm = first_best(draw);
        PULL(arm)
    }
END

RUNS(gaussian_thompson, double unused) /* prior N(0, 1), rewards of noise 1 */
    (void)unused;
    for (long t = 1; t <= horizon; t++) {
        double draw[K];
        for (int k = 0; k < K; k++) {
            double precision = 1 + pulls[k];
            draw[k] = mean[k] * pulls[k] / precision + normal(&r) / sqrt(precision);
        }
        int arm = first_best(draw);
        PULL(arm)
    }
END

/* the naive way: every arm's index in every round, by Newton's method from Pinsker's bound */
static double kl_upper(double p, double budget) {
    double q = p + sqrt(budget / 2);
    if (q > 1 - 1e-9) q = 1 - 1e-9;
    double h = (p > 0 ? p * log(p) : 0) + (p < 1 ? (1 - p) * log(1 - p) : 0);
    for (int i = 0; i < 50 && q > p; i++) {
        double excess = h - p * log(q) - (1 - p) * log(1 - q) - budget;
        double step = excess * q * (1 - q) / (q - p);
        if (step < 1e-9) break;
        q -= step;
        if (q < p) q = p;
    }
    return q;
}

RUNS(kl_ucb, double c)
    for (long t = 1; t <= horizon; t++) {
        int arm = t - 1;
        if (t > K) {
            double index[K], level = log((double)t) + c * log(log((double)t));
            for (int k = 0; k < K; k++) index[k] = kl_upper(mean[k], level / pulls[k]);
            arm = first_best(index);
        }
        PULL(arm)
    }
END

RUNS(imed, double unused)
    (void)unused;
    for (long t = 1; t <= horizon; t++) {
        int arm = t - 1;
        if (t > K) {
            double least = DBL_MAX, best = fmin(mean[first_best(mean)], 1 - 1e-12);
            for (int k = 0; k < K; k++) {
                double p = mean[k], index = log((double)pulls[k]);
                if (p < best) index += pulls[k] * ((p > 0 ? p * log(p / best) : 0) + (1 - p) * log((1 - p) / (1 - best)));
                if (index < least) { least = index; arm = k; }
            }
        }
        PULL(arm)
    }
END
