/* FourRooms with MiniGrid's view as one loop over rows: how fast it could be. Compiled by mdp_env.py.

The arrays are those of simlib.mdp.grid.GridState; maps are drawn by an xorshift of each row. A row that ended
is reset by its next step, as in the mode NEXT_STEP. */
#include <stdint.h>
#include <string.h>

enum { SIDE = 7, PAD = 5, EMPTY = 1, GOAL = 2, LAVA = 3, OPEN = 10, WALL = 16 };

typedef struct {
    int64_t rows, cells, stride, size, limit, n_free;
    uint8_t *flat;
    int64_t *at, *direction, *age;
    uint8_t *ended;
    uint64_t *luck;
    const uint8_t *plan;   /* one padded map without gaps, agent or goal */
    const int64_t *free;   /* its free places, with room for four more */
    const int64_t *ahead, *offsets, *spread, *place_of;
    const uint8_t *shown;  /* codes to MiniGrid's three numbers */
} Grid;

static inline int64_t below(uint64_t *s, int64_t n) {
    *s ^= *s << 13; *s ^= *s >> 7; *s ^= *s << 17;
    return (int64_t)(((*s >> 32) * (uint64_t)n) >> 32);
}

static void draw(const Grid *g, int64_t row) {
    uint8_t *map = g->flat + row * g->cells;
    uint64_t *s = g->luck + row;
    int64_t middle = g->size / 2, gap[4];
    memcpy(map, g->plan, (size_t)g->cells);
    for (int half = 0; half < 2; half++) {
        gap[half] = (PAD + 1 + half * middle + below(s, middle - 1)) * g->stride + middle;
        gap[2 + half] = (PAD + middle) * g->stride + 1 + half * middle + below(s, middle - 1);
    }
    for (int k = 0; k < 4; k++) map[gap[k]] = EMPTY;
    int64_t n = g->n_free + 4, one = below(s, n), other = below(s, n - 1);
    other += other >= one;
    g->at[row] = one < g->n_free ? g->free[one] : gap[one - g->n_free];
    map[other < g->n_free ? g->free[other] : gap[other - g->n_free]] = GOAL;
    g->direction[row] = below(s, 4);
    g->age[row] = 0;
    g->ended[row] = 0;
}

void reset(const Grid *g) {
    for (int64_t row = 0; row < g->rows; row++) draw(g, row);
}

static void look(const Grid *g, int64_t row, uint8_t *image) {
    const uint8_t *here = g->flat + row * g->cells + g->at[row];
    const int64_t *offset = g->offsets + g->direction[row] * SIDE * (SIDE + 1);
    int64_t light = 1 << 3;
    for (int j = SIDE - 1; j >= 0; j--) {
        uint8_t code[SIDE];
        int64_t clear = 0;
        for (int i = 0; i < SIDE; i++) {
            code[i] = here[offset[j * (SIDE + 1) + i]];
            clear |= (int64_t)(code[i] < WALL) << (SIDE - 1 - i);
        }
        int64_t entry = g->spread[light * 128 + clear], seen = entry >> 7;
        light = entry & 127;
        for (int i = 0; i < SIDE; i++) {
            int c = (seen >> (SIDE - 1 - i)) & 1 ? code[i] : 0;
            if (j == SIDE - 1 && i == 3) c = EMPTY;
            memcpy(image + (i * SIDE + j) * 3, g->shown + c * 3, 3);
        }
    }
}

/* image (rows, 7, 7, 3), or NULL and then state (rows,) */
void step(const Grid *g, const int64_t *action, uint8_t *image, int64_t *state, double *reward,
          uint8_t *terminated, uint8_t *truncated) {
    for (int64_t row = 0; row < g->rows; row++) {
        reward[row] = 0;
        terminated[row] = truncated[row] = 0;
        if (g->ended[row]) {
            draw(g, row);
        } else {
            int64_t front = g->at[row] + g->ahead[g->direction[row]];
            uint8_t cell = g->flat[row * g->cells + front];
            g->age[row]++;
            if (action[row] < 2) {
                g->direction[row] = (g->direction[row] + 2 * action[row] - 1) & 3;
            } else if (action[row] == 2 && (cell < 4 || (cell >= OPEN && cell < WALL))) {
                g->at[row] = front;
                terminated[row] = cell == GOAL || cell == LAVA;
                if (cell == GOAL) reward[row] = 1 - 0.9 * ((double)g->age[row] / (double)g->limit);
            }
            truncated[row] = g->age[row] >= g->limit;
            g->ended[row] = terminated[row] | truncated[row];
        }
        if (image) look(g, row, image + row * SIDE * SIDE * 3);
        else state[row] = g->place_of[g->at[row]] * 4 + g->direction[row];
    }
}
